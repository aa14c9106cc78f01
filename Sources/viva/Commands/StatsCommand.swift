import ArgumentParser

/// `viva stats`: the interviews that are kept, in figures.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract:
            "Interviews in figures: scores, trend, weak areas, delivery, practice; questions, banks, templates, interviewers.",
        discussion: """
            All interviews, or those that fit everything given: --person, --interviewer, --organization, --role, --skill, --kind,
            --level, --since and --until. Figures are absent, not zero, where nothing was measured.

            EXAMPLES
              viva stats
              viva stats --person Ada --since 2026-11-01
              viva stats scores --role "Backend Developer"
              viva stats areas
              viva stats practice --by month
              viva stats questions --limit 10
              viva stats --json | jq '.statistics.meanOverall'
            """,
        subcommands: [
            StatsOverview.self, StatsScores.self, StatsAreas.self, StatsDelivery.self, StatsPractice.self,
            StatsQuestions.self, StatsBanks.self, StatsTemplates.self, StatsInterviewers.self,
        ],
        defaultSubcommand: StatsOverview.self)
}
