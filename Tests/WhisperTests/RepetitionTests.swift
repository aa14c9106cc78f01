import Testing

@testable import Recognition

@Suite struct RepetitionTests {
    @Test(
        arguments: [
            ([], 0), ([1], 0), ([1, 1], 0), ([1, 2, 3], 0), ([5, 5, 5], 1), ([1, 2, 1, 2], 0),
            ([1, 2, 1, 2, 1, 2], 1),
            ([9, 1, 2, 1, 2, 1, 2, 8], 0.75), ([1, 1, 1, 2, 3, 4], 0.5), ([1, 1, 1, 2, 3, 3, 3, 3], 0.5),
            ([1, 2, 3, 1, 2, 3, 1, 2], 0), ([7, 1, 1, 2, 1, 1, 2, 1, 1, 2], 0.9),
        ] as [([Int], Double)])
    func isTheLongestStretchOfThreeOrMore(tokens: [Int], share: Double) {
        #expect(Repetition.share(of: tokens) == share)
    }
}
