import Testing

@testable import Chat

@Suite struct RequestBudgetTests {
    @Test func theWindowSlides() {
        var budget = RequestBudget(limit: 2, longestWait: .seconds(10))
        #expect(budget.reserve(at: .seconds(0)) == .send(after: .zero))
        #expect(budget.reserve(at: .seconds(30)) == .send(after: .zero))
        #expect(budget.reserve(at: .seconds(40)) == .usedUp(nextIn: .seconds(20)))
        #expect(budget.reserve(at: .seconds(55)) == .send(after: .seconds(5)))
        // That place is the 60th second; the next one is that of the request at 30.
        #expect(budget.reserve(at: .seconds(61)) == .usedUp(nextIn: .seconds(29)))
        #expect(budget.reserve(at: .seconds(90)) == .send(after: .zero))
    }

    @Test func whoWaitsStandsInLine() {
        var budget = RequestBudget(limit: 1, longestWait: .seconds(200))
        let waits = (0..<4).map { _ in budget.reserve(at: .seconds(0)) }
        #expect(
            waits == [
                .send(after: .zero), .send(after: .seconds(60)), .send(after: .seconds(120)),
                .send(after: .seconds(180)),
            ])
        #expect(budget.reserve(at: .seconds(0)) == .usedUp(nextIn: .seconds(240)))
    }

    @Test func repeatedRequestsCountToo() {
        var budget = RequestBudget(limit: 2, longestWait: .zero)
        _ = budget.reserve(at: .seconds(0))
        budget.count(at: .seconds(1))
        #expect(budget.reserve(at: .seconds(2)) == .usedUp(nextIn: .seconds(58)))
    }
}
