import Testing

@testable import Web

/// Files of variables are read as shells and other programs read them, and errors say the line.
struct EnvironmentFileTests {
    @Test(
        arguments: [
            ("A=b", "b"), ("A=", ""), ("  A = b  ", "b"), ("export A=b", "b"), ("export\tA=b", "b"),
            ("A=b # c", "b"),
            ("A=b#c", "b#c"), ("A=# c", ""), ("A='b # c'", "b # c"),
            (#"A="b \"c\" \\ \n\t\$ \x""#, "b \"c\" \\ \n\t$ \\x"),
            ("A='\\n$B'", "\\n$B"), ("A=\"b\nc\"", "b\nc"), ("A=b=c", "b=c"), ("\u{FEFF}A=b\r\n", "b"),
            ("# A=c\n\nA=b", "b"), ("A=c\nA=b", "b"), ("A=\"b\" # c", "b"), ("A=ü x", "ü x"),
            ("export=1\nA=b", "b"),
        ])
    func valuesAreRead(_ text: String, _ value: String) throws {
        #expect(try EnvironmentFile(text).entries["A"]?.value == value)
    }

    @Test(
        arguments: [
            ("A=1\nB", 2, "Expected = after B"), ("=b", 1, "begins with a letter"),
            ("1A=b", 1, "begins with a letter"),
            ("A B=c", 1, "Expected ="), ("A=1\n\nB=\"c\nd", 3, "is not closed"),
            ("A='b' c", 1, "behind the closing"),
            ("A=b\u{0}", 1, "zero character"), ("-A=b", 1, "begins with a letter"),
        ])
    func whatCannotBeReadIsToldWithItsLine(_ text: String, _ line: Int, _ reason: String) {
        let fault = #expect(throws: EnvironmentFile.Fault.self) { try EnvironmentFile(text) }
        #expect(fault?.line == line)
        #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
    }

    @Test func linesOfVariablesAreKept() throws {
        let file = try EnvironmentFile("A=\"1\n2\"\nB=3", path: "x.env")
        #expect(file.entries["A"]?.line == 1 && file.entries["B"]?.line == 3)
        #expect(file.path == "x.env")
    }
}
