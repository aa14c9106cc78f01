import Archive
import ArgumentParser
import Records

/// `viva templates delete`: templates of one's own.
struct TemplatesDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete interview templates; interviews that were made from them stay.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. `viva templates change NUMBER --no-active` keeps a
            template with its figures and out of use.

            EXAMPLES
              viva templates delete 3
              viva templates delete 3 4 --yes
            """)

    @Argument(help: ArgumentHelp("The templates' numbers, short names or titles.", valueName: "template"))
    var templates: [TemplateName]
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var deleted: [Int64]
    }

    func run() async throws {
        let shelf = try await TemplateShelf.open(try await archive.open(common))
        var numbers: [Int64] = []
        for template in templates {
            let kept = try await shelf.archive.template(template)
            try shelf.requireOwn(kept)
            if !numbers.contains(kept.number) { numbers.append(kept.number) }
        }
        let names = numbers.map { "\($0)" }.joined(separator: ", ")
        let what = numbers.count == 1 ? "template \(names)" : "the templates \(names)"
        try Confirmation.require("Delete \(what), for good?", isGiven: yes)
        for number in numbers {
            try await shelf.archive.records.deleteTemplate(.number(number))
            common.note("Template \(number) is deleted.")
        }
        if common.json { try JSONOutput.print(Output(deleted: numbers)) }
    }
}
