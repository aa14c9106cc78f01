import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How an interview template is named on a command line: by the number, the id, the short name or the title.
struct TemplateName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given.
    let description: String

    init?(argument: String) {
        guard !argument.allSatisfy(\.isWhitespace) else { return nil }
        description = argument
    }

    /// What names one template surely; `nil` for a short name or a title.
    fileprivate var record: RecordName? { RecordName(argument: description) }
}

extension Archive {
    /// A template that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none, or several of that title.
    func template(_ template: TemplateName) async throws -> KeptTemplate {
        if let name = template.record {
            do { return try await records.template(name) } catch {
                guard case .notFound = error else { throw error }
                throw unknown(template)
            }
        }
        let text = template.description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var filter = TemplateFilter()
        filter.key = text.lowercased()
        if let found = try await records.templates(filter, page: .first(1)).items.first { return found }
        filter.key = nil
        filter.text = text
        let found = try await records.templates(filter, page: .first(PageRequest.limit)).items
            .filter { $0.template.title.lowercased() == text.lowercased() }
        switch found.count {
        case 1: return found[0]
        case 0: throw unknown(template)
        default:
            let list = found.map { "\($0.number)" }.joined(separator: ", ")
            throw CommandFailure(
                .usage, "Several templates are called \"\(text)\": give the number of one of them (\(list)).")
        }
    }

    private func unknown(_ template: TemplateName) -> CommandFailure {
        CommandFailure(
            .noInput,
            "There is no interview template \"\(template)\" in \(Places.short(folder)): `\(viva("templates list"))` shows those there are."
        )
    }
}
