import Speech

extension WordErrorRate {
    /// Which words of a hypothesis are right: those that one of the shortest edits into the reference keeps. Filled pauses
    /// are written in many ways, so each counts for any other.
    public static func matches(reference: [String], hypothesis: [String]) -> [Bool] {
        let (rows, columns) = (reference.count, hypothesis.count)
        var edits = [[Int]](repeating: Array(0...columns), count: rows + 1)
        for row in 0..<rows {
            edits[row + 1][0] = row + 1
            for column in 0..<columns {
                let change = isSame(reference[row], hypothesis[column]) ? 0 : 1
                edits[row + 1][column + 1] = min(
                    edits[row][column] + change, edits[row][column + 1] + 1, edits[row + 1][column] + 1)
            }
        }
        var isRight = [Bool](repeating: false, count: columns)
        var (row, column) = (rows, columns)
        while row > 0, column > 0 {
            let isKept = isSame(reference[row - 1], hypothesis[column - 1])
            if edits[row][column] == edits[row - 1][column - 1] + (isKept ? 0 : 1) {
                isRight[column - 1] = isKept
                (row, column) = (row - 1, column - 1)
            } else if edits[row][column] == edits[row][column - 1] + 1 {
                column -= 1
            } else {
                row -= 1
            }
        }
        return isRight
    }

    private static func isSame(_ first: String, _ second: String) -> Bool {
        first == second || Word.filledPauses.contains(first) && Word.filledPauses.contains(second)
    }
}
