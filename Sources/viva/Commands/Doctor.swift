import ArgumentParser

/// `viva doctor`: what is there, what is missing, and what to do.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check libraries, models, voices, the dictionary, fonts, the database, devices and disk, and say what to do about each thing missing.",
        discussion: """
            Ends with exit code 1 when something is missing that a job of Viva's needs. What is kept is
            not changed, and a database or a folder that is not there is not made; the self-test may fill
            the recogniser's cache.

            EXAMPLES
              viva doctor
              viva doctor --json | jq '.checks[] | select(.status != "ok")'
            """)

    @OptionGroup var model: ModelOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var version: String
        var checks: [Check]
        var network: [NetworkUse]
        var isOffline: Bool
    }

    func run() async throws {
        var checks = LibraryChecks.run()
        checks += await HearingChecks.run(model: model.pocketSphinx)
        checks += JudgeChecks.run()
        checks += ReportChecks.run()
        checks += await DatabaseChecks.run(folder: archive.folder)
        checks += await MachineChecks.run(home: archive.folder)
        if common.json {
            try JSONOutput.print(
                Output(
                    version: Viva.version, checks: checks, network: NetworkUse.all, isOffline: common.offline)
            )
        } else {
            show(checks)
        }
        if checks.contains(where: { $0.status == .missing }) { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func show(_ checks: [Check]) {
        let page = Page(palette: common.palette)
        page.title("viva \(Viva.version)")
        var area = ""
        for check in checks {
            if check.area != area { page.heading(check.area.prefix(1).uppercased() + check.area.dropFirst()) }
            area = check.area
            let (mark, style) =
                switch check.status {
                case .ok: ("✓", page.palette.good)
                case .optional: ("·", page.palette.fair)
                case .warning: ("!", page.palette.fair)
                case .missing: ("✗", page.palette.poor)
                }
            page.item("\(check.name): \(check.detail)", mark: mark, style: style)
            if let remedy = check.remedy { page.item(remedy, mark: "  →", style: page.palette.accent) }
        }
        page.heading("Network")
        page.paragraph("Nothing leaves this machine, but:")
        for use in NetworkUse.all { page.item("\(use.what): \(use.when)", mark: "·") }
        let missing = checks.count { $0.status == .missing }
        let warnings = checks.count { $0.status == .warning }
        page.space()
        page.paragraph(
            missing > 0
                ? "\(missing) missing: see the arrows."
                : warnings > 0 ? "Ready, with \(warnings) to look into: see the arrows." : "Ready.")
    }
}
