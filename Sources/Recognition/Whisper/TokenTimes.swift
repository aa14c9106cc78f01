import Inference

/// When each token was said, from where the decoder listened as it wrote it: the heads that follow the speech, brought to one
/// measure, smoothed and put in order of time (OpenAI, whisper/timing.py).
struct TokenTimes: Equatable {
    /// Where each token begins, and at last where the text ends, in seconds from the start of the window.
    let seconds: [Double]

    /// The encoder has 50 positions a second.
    static let positionsPerSecond = 50.0
    /// A median of so many positions takes away single ones that stand out.
    private static let medianWidth = 7

    /// The times of tokens that were heeded like this, a matrix for each head; each row tells of the token that comes after
    /// the one that asked, the last of the end of the text.
    init(heed: [Matrix]) {
        guard let first = heed.first else {
            seconds = []
            return
        }
        var sum = Matrix(rows: first.rows, columns: first.columns)
        for head in heed {
            var head = head
            Self.standardize(&head)
            sum.add(Self.smooth(head))
        }
        seconds = TimeWarp.starts(sum).map { Double($0) / Self.positionsPerSecond }
    }

    /// Gives each column, over the tokens, a mean of 0 and a standard deviation of 1: a place that all tokens heed tells
    /// nothing of any of them.
    private static func standardize(_ matrix: inout Matrix) {
        let (rows, columns) = (matrix.rows, matrix.columns)
        for column in 0..<columns {
            var (sum, squares): (Float, Float) = (0, 0)
            for row in 0..<rows {
                let value = matrix.values[row * columns + column]
                sum += value
                squares += value * value
            }
            let mean = sum / Float(rows)
            let deviation = max(squares / Float(rows) - mean * mean, 1e-12).squareRoot()
            for row in 0..<rows {
                let place = row * columns + column
                matrix.values[place] = (matrix.values[place] - mean) / deviation
            }
        }
    }

    /// The median of each number and its neighbours in the row; beyond the ends the row is mirrored.
    private static func smooth(_ matrix: Matrix) -> Matrix {
        let (columns, half) = (matrix.columns, medianWidth / 2)
        guard columns > half else { return matrix }
        var output = matrix
        var window = [Float](repeating: 0, count: medianWidth)
        for row in 0..<matrix.rows {
            let start = row * columns
            for column in 0..<columns {
                // Sorted by insertion: it is short, and mostly in order.
                for offset in 0..<medianWidth {
                    var place = abs(column + offset - half)
                    if place >= columns { place = 2 * (columns - 1) - place }
                    let value = matrix.values[start + place]
                    var slot = offset
                    while slot > 0, window[slot - 1] > value {
                        window[slot] = window[slot - 1]
                        slot -= 1
                    }
                    window[slot] = value
                }
                output.values[start + column] = window[half]
            }
        }
        return output
    }
}
