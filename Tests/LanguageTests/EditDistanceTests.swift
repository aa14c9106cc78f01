import Language
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("index", "index", 0), ("index", "indxe", 1),
        ("ab", "ba", 1),
        ("kitten", "sitting", 3), ("cache", "cashe", 1), ("ca", "abc", 3),
    ])
    func slipsAreCounted(first: String, second: String, distance: Int) {
        #expect(EditDistance.between(first, second) == distance)
        #expect(EditDistance.between(second, first) == distance)
    }

    @Test func onlyLongWordsWithOneSlipAreTypos() {
        #expect(EditDistance.isTypo("databse", of: "database"))
        #expect(EditDistance.isTypo("queyr", of: "query"))
        #expect(!EditDistance.isTypo("cash", of: "dash"))
        #expect(!EditDistance.isTypo("lock", of: "look"))
        #expect(!EditDistance.isTypo("query", of: "query"))
        #expect(!EditDistance.isTypo("right", of: "night"))
    }
}
