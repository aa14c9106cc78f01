import ArgumentParser
import Foundation
import SwiftCSV

/// Answers that people graded: a CSV file with the columns question, reference, answer and grade.
struct GradedTable {
    /// A graded answer.
    struct Row: Equatable {
        var question: String
        var reference: String
        var answer: String
        var grade: Double
    }

    private static let columns = ["question", "reference", "answer", "grade"]

    let rows: [Row]

    /// Reads a file.
    init(path: String) throws {
        try self.init(text: String(contentsOf: URL(filePath: path), encoding: .utf8), name: path)
    }

    /// Reads a text.
    init(text: String, name: String) throws {
        let table = try CSV<Named>(string: text)
        let missing = Self.columns.filter { !table.header.contains($0) }
        guard missing.isEmpty else {
            throw ValidationError("\(name) has no column \(missing.joined(separator: ", ")).")
        }
        rows = try table.rows.enumerated().map { place, row in
            guard let grade = Double(row["grade"]?.trimmingCharacters(in: .whitespaces) ?? ""), grade.isFinite
            else {
                throw ValidationError("\(name), answer \(place + 1): the grade is no number.")
            }
            return Row(
                question: row["question"] ?? "", reference: row["reference"] ?? "",
                answer: row["answer"] ?? "",
                grade: grade)
        }
    }
}
