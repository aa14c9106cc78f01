import Evaluation
import Interview
import Yams

/// Questions as a table: a header row with the names of fields, and a row for each question.
///
/// Key points stand in columns of their own (`keyPoint1`, `keyPoint1Id`, `keyPoint1Weight`, `keyPoint1Variants`), or as a
/// list of statements in one cell (`keyPoints`).
struct CSVQuestions {
    /// What a column holds.
    private enum Column: Hashable {
        /// A field under our name, and the name in the header.
        case field(String)
        /// Something of a key point, by the number in the header.
        case keyPoint(number: Int, field: String)
        /// Nothing; its cells must be empty.
        case unnamed
    }

    private let header: [String]
    private let columns: [Column]

    /// The entries of a table, and what is wrong with its header.
    static func entries(of text: String) throws(CSVText.Fault) -> (
        entries: [QuestionEntry], header: [QuestionEntry.Fault]
    ) {
        let rows = try CSVText.rows(of: text)
        guard let first = rows.first, !isBlank(first) else {
            throw CSVText.Fault(row: 1, reason: "The first row is empty: it must name the columns.")
        }
        let (table, faults) = table(header: first.map(CSVCell.trimmed))
        guard faults.isEmpty else { return ([], faults) }
        let entries = rows.enumerated().dropFirst().filter { !isBlank($0.element) }
            .map { table.entry(of: $0.element, row: $0.offset + 1) }
        guard !entries.isEmpty else {
            throw CSVText.Fault(row: 2, reason: "There is no row with a question below the header.")
        }
        return (entries, [])
    }

    private static func isBlank(_ row: [String]) -> Bool {
        row.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    private static func table(header: [String]) -> (CSVQuestions, [QuestionEntry.Fault]) {
        var faults: [QuestionEntry.Fault] = []
        var known: [Column: String] = [:]
        let columns = header.map { name -> Column in
            guard !name.isEmpty else { return .unnamed }
            guard let column = column(name) else {
                faults.append(
                    .init(
                        field: name,
                        reason: "There is no such column; there are \(names.joined(separator: ", "))."))
                return .unnamed
            }
            if let other = known.updateValue(name, forKey: column) {
                faults.append(
                    .init(field: name, reason: "It says the same as `\(other)`: leave one of them out."))
            }
            return column
        }
        return (CSVQuestions(header: header, columns: columns), faults)
    }

    private static func column(_ name: String) -> Column? {
        if let field = QuestionFieldNames.field(name) { return .field(field) }
        let plain = name.lowercased().filter { !$0.isWhitespace && !"_-.".contains($0) }
        guard plain.hasPrefix("keypoint") else { return nil }
        let rest = plain.dropFirst("keypoint".count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0, number <= QuestionLimits.entries,
            let field = pointFields[String(rest.dropFirst(digits.count))]
        else { return nil }
        return .keyPoint(number: number, field: field)
    }

    private static let pointFields = [
        "": "statement", "statement": "statement", "id": "id", "weight": "weight", "variants": "variants",
    ]
    private static let fields = [
        "id", "text", "spokenText", "kind", "category", "level", "roles", "sampleAnswers", "criteria",
        "hints",
        "followUps", "expectedDurationSeconds", "tags", "origin", "model",
    ]
    private static let names =
        fields + ["keyPoints", "keyPoint1", "keyPoint1Id", "keyPoint1Weight", "keyPoint1Variants"]

    // MARK: - Reading a row

    private func entry(of cells: [String], row: Int) -> QuestionEntry {
        guard cells.count == columns.count else {
            let reason =
                "It has \(cells.count) cells where the header has \(columns.count): "
                + "put a text with a comma, a semicolon or a line end in quotation marks, and leave no cell out."
            return QuestionEntry(position: .row(row), faults: [.init(reason: reason)])
        }
        var fields: [(name: String, value: Node)] = []
        var points: [Int: [(Node, Node)]] = [:]
        var faults: [QuestionEntry.Fault] = []
        for ((cell, column), name) in zip(zip(cells.map(CSVCell.trimmed), columns), header)
        where !cell.isEmpty {
            switch column {
            case .unnamed:
                faults.append(
                    .init(reason: "A cell below an empty header holds `\(cell.prefix(40))`: name its column.")
                )
            case .field(let field): fields.append((name, Self.value(cell, of: field, name: name)))
            case .keyPoint(let number, let field):
                let value =
                    field == "variants" ? Node(CSVList.entries(of: cell).map { Node($0) }) : Node(cell)
                points[number, default: []].append((Node(field), value))
            }
        }
        let numbers = points.keys.sorted()
        if !numbers.isEmpty {
            if fields.contains(where: { QuestionFieldNames.field($0.name) == "keyPoints" }) {
                faults.append(
                    .init(field: "keyPoints", reason: "Give key points in one cell or in columns, not both."))
            } else {
                fields.append(("keyPoints", Node(numbers.map { Node(points[$0] ?? []) })))
            }
        }
        var entry = QuestionFieldNames.translated(fields)
        entry.position = .row(row)
        entry.faults += faults
        for (place, number) in numbers.enumerated() {
            entry.names["keyPoints[\(place)]"] = "keyPoint\(number)"
            for (plain, field) in Self.pointFields where plain != "" || field == "statement" {
                let column = field == "statement" ? "" : plain.capitalizedFirst
                entry.names["keyPoints[\(place)].\(field)"] = "keyPoint\(number)\(column)"
            }
        }
        return entry
    }

    private static func value(_ cell: String, of field: String, name: String) -> Node {
        switch field {
        case "roles", "hints", "tags", "keyPoints": return texts(cell)
        case "sampleAnswers": return QuestionFieldNames.isSingle(name) ? Node([Node(cell)]) : texts(cell)
        case "followUps":
            return Node(
                CSVList.entries(of: cell).map { entry in
                    guard let followUp = CSVCell.labelled(entry) else {
                        return Node([(Node("text"), Node(entry))])
                    }
                    return Node([(Node("keyPoint"), Node(followUp.id)), (Node("text"), Node(followUp.text))])
                })
        case "criteria":
            return Node(
                CSVList.entries(of: cell).map { entry in
                    let (text, weight) = CSVCell.weighted(entry)
                    let (name, measures) = CSVCell.measured(text)
                    return Node(
                        [(Node("name"), Node(name))] + (weight.map { [(Node("weight"), Node($0))] } ?? [])
                            + (measures.map { [(Node("measuredBy"), Node($0.map { Node($0) }))] } ?? []))
                })
        default: return Node(cell)
        }
    }

    private static func texts(_ cell: String) -> Node { Node(CSVList.entries(of: cell).map { Node($0) }) }

    // MARK: - Writing

    /// A table of questions, which `entries` reads back.
    static func text(of questions: [Question]) -> String {
        let points = questions.map(\.keyPoints.count).max() ?? 0
        let pointColumns = (0..<points).flatMap { place in
            ["", "Id", "Weight", "Variants"].map { "keyPoint\(place + 1)\($0)" }
        }
        return CSVText.text(of: [fields + pointColumns] + questions.map { cells(of: $0, points: points) })
    }

    private static func cells(of question: Question, points: Int) -> [String] {
        let fields = [
            question.id, question.text, question.spokenText ?? "", question.kind.rawValue, question.category,
            question.level.rawValue, CSVList.cell(of: question.roles),
            CSVList.cell(of: question.sampleAnswers),
            CSVList.cell(
                of: question.criteria.map {
                    CSVCell.weighted(CSVCell.measured($0.name, $0.measuredBy), $0.weight)
                }),
            CSVList.cell(of: question.hints),
            CSVList.cell(of: question.followUps.map { "\($0.keyPointID ?? ""): \($0.text)" }),
            CSVCell.number(question.expectedDurationSeconds), CSVList.cell(of: question.tags),
            question.origin?.rawValue ?? "", question.model ?? "",
        ]
        let pointCells = (0..<points).flatMap { place -> [String] in
            guard place < question.keyPoints.count else { return ["", "", "", ""] }
            let point = question.keyPoints[place]
            let weight = point.weight == 1 ? "" : CSVCell.number(point.weight)
            return [point.statement, point.id, weight, CSVList.cell(of: point.variants)]
        }
        return fields + pointCells
    }
}

extension String {
    /// The text with its first letter as a capital.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
