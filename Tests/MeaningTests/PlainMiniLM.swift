import Foundation
import Models

/// The same network in the plainest words and in double precision.
struct PlainMiniLM {
    private typealias Rows = [[Double]]

    private let numbers: [String: [Double]]
    private let shape = TinyMiniLM.shape

    init(_ tensors: [TinyMiniLM.Tensor]) {
        numbers = Dictionary(uniqueKeysWithValues: tensors.map { ($0.name, $0.numbers.map(Double.init)) })
    }

    func rows(_ tokens: [Int]) -> [[Double]] {
        let width = shape.width
        func row(_ name: String, _ row: Int) -> [Double] {
            Array(numbers[name, default: []][row * width..<(row + 1) * width])
        }
        let kind = row("encoder/embeddings_1/weight", 0)
        var rows = tokens.enumerated().map { place, token in
            let (word, position) = (
                row("encoder/embeddings_0/weight", token), row("encoder/position_encodings/encodings", place)
            )
            return (0..<width).map { word[$0] + position[$0] + kind[$0] }
        }
        rows = norm(rows, "encoder/layernorm_embedding")
        for layer in 0..<shape.layerCount {
            let name = "encoder/layer_\(layer)/"
            let gathered = linear(
                gather(rows, name + "self_attention/linear_0"), name + "self_attention/linear_1")
            rows = norm(sum(rows, gathered), name + "self_attention/layer_norm")
            let inner = linear(rows, name + "ffn/linear_0").map {
                $0.map { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }
            }
            rows = norm(sum(rows, linear(inner, name + "ffn/linear_1")), name + "ffn/layer_norm")
        }
        return rows
    }

    private func gather(_ rows: Rows, _ name: String) -> Rows {
        let (width, size) = (shape.width, shape.width / shape.headCount)
        let asked = linear(rows, name)
        return asked.map { query in
            (0..<width).map { column in
                let head = column / size * size
                let scores = asked.map { key in
                    exp(
                        (0..<size).reduce(0) { $0 + query[head + $1] * key[width + head + $1] }
                            / Double(size).squareRoot())
                }
                return zip(scores, asked).reduce(0) { $0 + $1.0 * $1.1[2 * width + column] }
                    / scores.reduce(0, +)
            }
        }
    }

    private func linear(_ rows: Rows, _ name: String) -> Rows {
        let (weight, bias) = (numbers[name + "/weight", default: []], numbers[name + "/bias", default: []])
        return rows.map { row in
            bias.indices.map { output in
                row.indices.reduce(bias[output]) { $0 + row[$1] * weight[output * row.count + $1] }
            }
        }
    }

    private func norm(_ rows: Rows, _ name: String) -> Rows {
        let (scale, shift) = (numbers[name + "/gamma", default: []], numbers[name + "/beta", default: []])
        return rows.map { row in
            let mean = row.reduce(0, +) / Double(row.count)
            let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
            return row.indices.map {
                (row[$0] - mean) / (variance + 1e-12).squareRoot() * scale[$0] + shift[$0]
            }
        }
    }

    private func sum(_ some: Rows, _ others: Rows) -> Rows {
        zip(some, others).map { zip($0, $1).map { $0 + $1 } }
    }
}
