public import Foundation
public import Speech

/// The questions that recordings answer, from JSON lines:
///
/// ```
/// {"file": "monday/anna.wav", "question": "What is a cache?", "reference": "A store ...", "key_points": ["speed"]}
/// ```
/// `file` is a path as it was given to the command, below the common folder of the recordings, beside the list, or a
/// bare name that only one recording has.
public struct QuestionTable: Sendable, Equatable {
    /// Something that is probably a mistake but keeps nothing from being heard.
    public struct Remark: Sendable, Equatable {
        /// The line, counted from 1; `nil` for the list as a whole.
        public var line: Int?
        /// What it is.
        public var text: String
    }

    private struct Row: Equatable {
        var line: Int
        var file: String
        var context: HearingContext
    }

    private let rows: [Row]
    private let source: String
    /// What was found while reading.
    public private(set) var remarks: [Remark] = []

    /// Reads a list; `source` is its path.
    ///
    /// - Throws: `BatchError.badLine` for a line that is not a JSON object with `file` and `question`.
    public init(_ text: Data, source: String) throws(BatchError) {
        var text = text
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        var rows: [Row] = []
        var remarks: [Remark] = []
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
            do {
                let (row, unknown) = try Self.row(Data(line), line: index + 1)
                rows.append(row)
                if !unknown.isEmpty {
                    let names = unknown.map { "\"\($0)\"" }.joined(separator: ", ")
                    remarks.append(Remark(line: index + 1, text: "\(names) is not known and was ignored."))
                }
            } catch {
                throw .badLine(source: source, line: index + 1, reason: error.reason)
            }
        }
        self.rows = rows
        self.source = source
        self.remarks = remarks
    }

    /// The questions of recordings. What is left over on either side is remarked.
    ///
    /// - Throws: `BatchError.badLine` when a row may mean several recordings, or two rows say different things of one.
    public mutating func contexts(
        for recordings: [Recording], root: String, workingFolder: String
    ) throws(BatchError) -> [Recording: HearingContext] {
        let listFolder = PathName.folder(of: PathName.absolute(source, in: workingFolder))
        let places = QuestionPlaces(recordings, folders: [workingFolder, root, listFolder])
        var chosen: [Recording: Row] = [:]
        for row in rows {
            let meant = places.recordings(row.file)
            guard meant.count < 2 else {
                let paths = meant.map(\.absolutePath.onOneLine).sorted().joined(separator: ", ")
                throw .badLine(
                    source: source, line: row.line,
                    reason: "\"\(row.file)\" may be any of \(paths): write more of the path.")
            }
            guard let recording = meant.first else {
                remarks.append(
                    Remark(
                        line: row.line,
                        text: "\"\(row.file)\" is not among the recordings; the row was not used."))
                continue
            }
            if let earlier = chosen[recording] {
                guard earlier.context == row.context else {
                    throw .badLine(
                        source: source, line: row.line,
                        reason:
                            "\"\(row.file)\" has another question in line \(earlier.line): leave one of them."
                    )
                }
                remarks.append(
                    Remark(
                        line: row.line,
                        text: "\"\(row.file)\" is in line \(earlier.line) already, with the same content."))
                continue
            }
            chosen[recording] = row
        }
        remarkMissing(recordings.filter { chosen[$0] == nil })
        return chosen.mapValues(\.context)
    }

    private mutating func remarkMissing(_ recordings: [Recording]) {
        guard !recordings.isEmpty else { return }
        let names = recordings.prefix(5).map(\.path.onOneLine).joined(separator: ", ")
        let count = recordings.count == 1 ? "1 recording has" : "\(recordings.count) recordings have"
        let more = recordings.count > 5 ? ", ..." : ""
        remarks.append(
            Remark(line: nil, text: "\(count) no row and no question: \(names)\(more)."))
    }

    private struct Mistake: Error {
        var reason: String
    }

    private static func row(_ data: Data, line: Int) throws(Mistake) -> (Row, unknown: [String]) {
        let fields: [String: Field]
        do { fields = try JSONDecoder().decode([String: Field].self, from: data) } catch {
            throw Mistake(
                reason: "this is not a JSON object; write {\"file\": ..., \"question\": ...} on one line.")
        }
        func text(_ name: String) throws(Mistake) -> String? {
            switch fields[name] {
            case nil, .null: return nil
            case .text(let text):
                return name == "file" ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
            default: throw Mistake(reason: "\"\(name)\" is not a text.")
            }
        }
        guard let file = try text("file"), !file.isEmpty else {
            throw Mistake(reason: "\"file\" is missing.")
        }
        guard let question = try text("question"), !question.isEmpty else {
            throw Mistake(reason: "\"question\" is missing.")
        }
        var points: [String] = []
        switch fields["key_points"] {
        case nil, .null: break
        case .text(let text): points = KeyPointText.points(text)
        case .list(let list): points = list.flatMap(KeyPointText.points)
        case .other: throw Mistake(reason: "\"key_points\" is neither a text nor a list of texts.")
        }
        let reference = try text("reference").flatMap { $0.isEmpty ? nil : $0 }
        let context = HearingContext(
            question: question, sampleAnswers: reference.map { [$0] } ?? [], keyPoints: points)
        let unknown = Set(fields.keys).subtracting(["file", "question", "reference", "key_points"]).sorted()
        return (Row(line: line, file: file, context: context), unknown)
    }

    /// A value of a row.
    private enum Field: Decodable {
        case text(String), list([String]), null, other

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let list = try? value.decode([String].self) {
                self = .list(list)
            } else {
                self = .other
            }
        }
    }
}

/// Key points that were written as one text.
enum KeyPointText {
    /// The points, which line ends or semicolons set apart.
    static func points(_ text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }
}
