import TestSupport
import Testing

@testable import Inference

@Suite struct LinearTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func weights(_ matrix: Matrix) throws -> Weights {
        let header = """
            {"w":{"dtype":"F32","shape":[\(matrix.rows),\(matrix.columns)],"data_offsets":[0,\(4 * matrix.values.count)]}}
            """
        let path = try folder.write(WeightBytes.file(header: header, numbers: matrix.values), to: "linear")
        return try WeightFile(path: path).weights("w", shape: [matrix.rows, matrix.columns])
    }

    @Test(
        arguments: [
            (1, 1, 1), (1, 9, 5), (4, 9, 5), (6, 1, 31), (3, 17, 1), (0, 3, 2), (3, 2, 0), (3, 0, 2),
        ], [false, true])
    func multipliesAndAddsItsBias(size: (rows: Int, outputs: Int, inputs: Int), hasBias: Bool) throws {
        let matrix = Matrix.random(rows: size.outputs, columns: size.inputs, seed: 17)
        let bias = Matrix.random(rows: 1, columns: size.outputs, seed: 18).values
        let input = Matrix.random(rows: size.rows, columns: size.inputs, seed: 19)
        let result = Linear(weight: try weights(matrix), bias: hasBias ? bias : nil)(input)
        let expected = (0..<size.rows).flatMap { row in
            (0..<size.outputs).map { output in
                (0..<size.inputs).reduce(hasBias ? Double(bias[output]) : 0) {
                    $0 + input.number(row, $1) * matrix.number(output, $1)
                }
            }
        }
        #expect((result.rows, result.columns) == (size.rows, size.outputs))
        #expect(largestDifference(result.values, expected) < 1e-5)
    }
}
