import Testing

@testable import viva

@Suite struct TerminalTextTests {
    @Test func whatIsPutInCannotActOnTheTerminal() {
        let name = "a\u{1B}[31m\u{7}b\u{7F}\u{9B}2J\r\n\tc"
        let text: TerminalText = "\n\u{1B}[1m\(name)\u{1B}[0m"
        #expect(text.sequence == "\n\u{1B}[1ma\\u{1B}[31m\\u{7}b\\u{7F}\\u{9B}2J\\u{D}\\u{A}\\u{9}c\u{1B}[0m")
    }

    @Test func ordinaryTextOfEveryLanguageStaysAsItIs() {
        let name = "Antwort – é 答え 👩‍👩‍👧 עברית.wav"
        #expect(TerminalText(name).sequence == name)
    }

    @Test func textThatIsSafeAlreadyIsPutInAsItIs() {
        let bold = Palette.coloured.bold("a\u{1B}c")
        #expect(bold.sequence == "\u{1B}[1ma\\u{1B}c\u{1B}[0m")
        #expect(TerminalText("\(bold) \(bold)").sequence == "\(bold.sequence) \(bold.sequence)")
        #expect((bold + "\n").sequence == bold.sequence + "\n")
    }

    @Test func aPaletteWithoutColoursShowsControlCharactersToo() {
        #expect(Palette.plain.good("\u{1B}]0;title\u{7}").sequence == "\\u{1B}]0;title\\u{7}")
    }

    @Test func linesOfItsOwnAreKeptApartAndControlCharactersInThemShown() {
        #expect(TerminalText(lines: ["one", "two\nthree"]).sequence == "one\ntwo\\u{A}three")
    }
}
