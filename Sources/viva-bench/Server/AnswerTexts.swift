import Foundation

/// The texts of sample answers.
enum AnswerTexts {
    /// The texts of a folder, without their heads and without what is said of their sound.
    ///
    /// - Throws: `MeasuredProcess.Failure` when there is none.
    static func read(_ folder: String) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".txt")
        }
        let texts = try names.sorted().map { name in
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let body = text.range(of: "\n\n").map { text[$0.upperBound...] } ?? text[...]
            return body.replacing(#/[\[{][^\]}]*[\]}]/#, with: "").split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }.filter { $0.count >= 10 }
        guard !texts.isEmpty else {
            throw MeasuredProcess.Failure(description: "\(folder) has no texts of answers.")
        }
        return texts
    }
}
