import Archive
import ArgumentParser
import Interview
import Records

/// `viva templates show`: a template with its questions.
struct TemplatesShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show an interview template: what it is for, its questions, how often it was used and how it went.",
        discussion: """
            EXAMPLES
              viva templates show 3
              viva templates show hr-first-call
              viva templates show "Before the interview" --json | jq '.questions[].text'
            """)

    @Argument(help: ArgumentHelp("The template's number, short name or title.", valueName: "template"))
    var template: TemplateName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    struct Output: Encodable {
        var template: TemplateItem
        var questions: [Question]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let shelf = try await TemplateShelf.open(try await archive.open(common))
        let kept = try await shelf.archive.template(template)
        let item = TemplateItem(kept, isShipped: shelf.isShipped(kept.template))
        let questions = try await shelf.questions(of: kept.template)
        guard !common.json else {
            return try JSONOutput.print(Output(template: item, questions: questions))
        }
        TemplateView(palette: common.palette).show(item, questions: questions)
    }
}
