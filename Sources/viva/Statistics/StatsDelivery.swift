import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats delivery`: how answers were spoken over time.
struct StatsDelivery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery",
        abstract: "Pace, fillers and pauses of the last completed interviews, and where they go.",
        discussion: """
            Interviews without a spoken answer that could be measured are left out. A line of blocks goes from the lowest to the
            highest value in it; none of these figures has a best value.

            EXAMPLES
              viva stats delivery
              viva stats delivery --since 2026-11-01 --json
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var most: MostOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let delivery = try await archive.records.deliveryEvolution(
            of: filters.filter(in: archive), limit: most.limit)
        guard !common.json else { return try JSONOutput.print(delivery) }
        guard !delivery.points.isEmpty else {
            return common.note(
                "No completed interview that fits has a spoken answer: \(archive.viva("practice --microphone"))"
            )
        }
        let page = Page(palette: common.palette)
        page.title("Delivery")
        DeliveryEvolutionView(page: page, zone: zone.zone).show(delivery)
        page.space()
    }
}
