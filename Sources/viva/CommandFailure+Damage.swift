import Archive
import ArgumentParser
import Records
import SQL

extension CommandFailure {
    /// What an error means; where something kept is damaged, with what to type next, on the folder that the command worked on.
    init?(_ error: any Error, of command: (any ParsableCommand)?) {
        guard let failure = CommandFailure(error) else { return nil }
        guard let remedy = Self.remedy(for: error) else {
            self = failure
            return
        }
        let line = ShellText.viva(remedy.command, home: command?.archiveOptions?.home)
        self.init(failure.status, "\(error) \(remedy.purpose) `\(line)`.")
    }

    private static func remedy(for error: any Error) -> (purpose: String, command: String)? {
        switch error {
        case ArchiveError.records(let error): remedy(for: error)
        case RecordsError.database(let error): remedy(for: error)
        case RecordsError.damaged: ("Look at all that is kept with", "database check")
        case SQLError.damaged: ("Put a backup in its place with", "database restore")
        default: nil
        }
    }
}

extension ParsableCommand {
    /// The options that name the folder in which interviews are kept; `nil` for a command that has none.
    fileprivate var archiveOptions: ArchiveOptions? {
        Mirror(reflecting: self).children.lazy
            .compactMap { ($0.value as? OptionGroup<ArchiveOptions>)?.wrappedValue }.first
    }
}
