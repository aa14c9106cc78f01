import ArgumentParser

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Flag(help: "Print one JSON document on standard output, for programs.")
    var json = false

    @Flag(help: "Say less on standard error.")
    var quiet = false

    @Flag(help: "Never use colours (also: the variable NO_COLOR).")
    var noColor = false

    @Flag(
        help: "Forbid every use of the network. Nothing uses it by default; `viva doctor` lists what could.")
    var offline = false

    /// How results are set off.
    var palette: Palette { Terminal.output.palette(colour: noColor ? .never : .automatic) }

    /// How messages are set off.
    var logPalette: Palette { Terminal.log.palette(colour: noColor ? .never : .automatic) }

    /// Says something about the work on standard error, unless the user wants quiet.
    func note(_ text: TerminalText) {
        if !quiet { Terminal.log.print(text) }
    }
}
