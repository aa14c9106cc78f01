import Testing

@testable import viva

@Suite struct ShellTextTests {
    @Test(arguments: [
        ("whisper-cli -f {file}", ["whisper-cli", "-f", "{file}"]),
        ("  a  'b c'  \"d 'e'\" f''g ", ["a", "b c", "d 'e'", "fg"]),
        ("a '' b", ["a", "", "b"]), ("", []), ("   ", []),
    ])
    func wordsAreTakenApartAtBlanksOutsideQuotes(line: String, words: [String]) {
        #expect(ShellText.words(of: line) == words)
    }

    @Test func aQuoteWithoutAnEndIsNoCommandLine() {
        #expect(ShellText.words(of: "a 'b") == nil)
    }

    @Test func whatIsQuotedIsReadBackAsItWas() {
        for word in ["a b", "it's", "'", "say \"it's\"", "$HOME", "back\\slash", ""] {
            #expect(ShellText.words(of: ShellText.quoted(word)) == [word])
        }
    }
}
