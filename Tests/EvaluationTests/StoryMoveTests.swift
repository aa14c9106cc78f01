import Language
import Testing

@testable import Evaluation

@Suite struct StoryMoveTests {
    private func places(of move: StoryMove, in text: String) -> [Range<Int>] {
        move.places(in: AnswerText(JudgedAnswer(typed: text)).tokens.map(\.text))
    }

    @Test(arguments: [
        (StoryMove.urgency, "We had three weeks until the fair."),
        (.urgency, "It had to be ready by Friday."),
        (.consulted, "Then I phoned an old friend of mine."),
        (.consulted, "I sat down with the two designers."),
        (.informed, "I told my boss the same evening."),
        (.planned, "I picked the one screen that counts."),
        (.made, "I quickly sketched the whole thing."),
        (.repaired, "We restored it within the hour."),
        (.views, "She insisted on another tool."),
        (.listened, "I let him talk first."),
        (.agreed, "In the end we settled on a trial."),
        (.outcome, "It all went well. The waiting time fell from nine days to two."),
        (.lesson, "That was hard for us. Ever since, I write it down."),
    ])
    func aMoveIsFoundByItsShape(move: StoryMove, text: String) {
        #expect(!places(of: move, in: text).isEmpty)
    }

    @Test(arguments: StoryMove.allCases)
    func wordsWithoutAStoryMakeNoMove(move: StoryMove) {
        #expect(places(of: move, in: "").isEmpty)
        #expect(places(of: move, in: "cache").isEmpty)
        #expect(places(of: move, in: "blue green yellow database index lamp chair").isEmpty)
    }

    @Test func anOutcomeAtTheBeginningIsNotTheOutcome() {
        let text = "It went live. " + Array(repeating: "And so on and on.", count: 10).joined(separator: " ")
        #expect(places(of: .outcome, in: text).isEmpty)
    }

    @Test func placesAreInTheirOrderAndApart() {
        let found = places(
            of: .consulted, in: "I asked a colleague, and then I called my boss, and I met the client.")
        #expect(found.count >= 2)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }

    @Test(arguments: [("{consulted}", StoryMove.consulted), (" { outcome } ", .outcome)])
    func aVariantInBracesNamesAMove(variant: String, move: StoryMove) {
        #expect(StoryMove(variant: variant) == move)
    }

    @Test(arguments: ["consulted", "{}", "{dances}", "", "{consulted"])
    func anythingElseNamesNone(variant: String) { #expect(StoryMove(variant: variant) == nil) }
}
