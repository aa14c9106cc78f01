import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats banks`: how much question banks are used.
struct StatsBanks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "banks",
        abstract: "How much the question banks of the database are used, the most used first.",
        discussion: """
            EXAMPLES
              viva stats banks
              viva stats banks --since 2026-11-01 --json
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var banks: [BankUsage]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let banks = try await archive.records.bankUsage(of: filters.filter(in: archive))
        guard !common.json else { return try JSONOutput.print(Output(banks: banks)) }
        guard !banks.isEmpty else {
            return common.note(
                "No interview that fits asked a question of a bank that is kept in the database.")
        }
        let palette = common.palette
        let rows = banks.map { bank -> [ColumnTable.Cell] in
            [
                .init("\(bank.bank)", style: palette.bold), .init(bank.name, most: SessionLines.longestTitle),
                .init("\(bank.uses)"), .init("\(bank.questionsUsed)"),
            ]
        }
        let table = ColumnTable(
            titles: ["", "bank", "questions put", "different ones"], right: [0, 2, 3], rows: rows)
        for line in table.lines(palette) { Terminal.output.print(line) }
    }
}
