import ArgumentParser

/// The command: every job of Viva as a subcommand.
@main
struct Viva: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "viva",
        abstract: "An interview room on your own machine: questions aloud, answers heard, honest feedback.",
        discussion: """
            EXAMPLES
              viva practice --microphone          an interview by voice
              viva practice --text                the same with typed answers
              viva report 7                       an interview as a PDF
              viva analyze answer.wav             a recording: its words and how they were said
              viva sessions list                  the interviews that are kept
              viva stats                          how it goes: scores, trend, weak areas, practice
              viva schedule list                  the interviews that are to come
              viva doctor                         what is installed, what is missing, what to do

            EXIT CODES
              0    done
              1    something failed, or a check found something missing
              64   the command line was wrong
              65   the input is not what it should be: not audio, damaged, empty
              66   the input is not there or cannot be read
              69   a model, a voice, a device, a program or a port that is needed is not there
              73   the output could not be written
              130  stopped by Ctrl-C

            FILES AND VARIABLES
              Interviews and recordings are kept in ~/.local/share/viva (XDG_DATA_HOME, VIVA_HOME, or
              --home): viva.db and the folder recordings. VIVA_DATABASE_URL names a PostgreSQL server
              instead of the file, VIVA_KEY or VIVA_KEY_FILE the key that recordings are encrypted with.
              Session folders of earlier versions (sessions beside it, or VIVA_SESSIONS) are taken in once.
              Your own questions are in ~/.local/share/viva/questions (or VIVA_QUESTIONS),
              spoken questions in ~/.cache/viva/speech and what is counted of interviews in
              ~/.cache/viva/hearing (XDG_CACHE_HOME); these two are made anew when removed.
              VIVA_MODEL_PATH names a folder with another PocketSphinx model, VIVA_DATA the folder
              with questions, interviews, templates, resources, seed and samples. A relative path in one of these
              begins in the folder in which the command runs; in an XDG variable it is ignored, as the
              XDG specification says.
              VIVA_JUDGE_URL and VIVA_JUDGE_MODEL name a language model that judges too; its key is in
              VIVA_JUDGE_KEY, or in the variable that VIVA_JUDGE_KEY_VARIABLE names.
              Nothing leaves the machine but what `viva doctor` lists.
            """,
        version: version,
        subcommands: [
            PracticeCommand.self, ReportCommand.self, Transcribe.self, Align.self, Analyze.self,
            Evaluate.self, Speak.self,
            Doctor.self,
            SessionsCommand.self, ScheduleCommand.self, StatsCommand.self, TemplatesCommand.self,
            PeopleCommand.self, OrganizationsCommand.self, ResumeFilesCommand.self, ExportCommand.self,
            EraseCommand.self,
            DatabaseCommand.self,
            QuestionsCommand.self,
            ModelsCommand.self,
            ServeCommand.self, UsersCommand.self, TranscribeWorker.self,
        ])

    static let version = "0.1.0"

    static func main() async {
        var command: any ParsableCommand
        do { command = try parseAsRoot() } catch { report(error) }
        do {
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            report(error, of: command)
        }
    }

    /// Ends the process with what `error` means to the user: our own failures with their code, and the argument
    /// parser's (help, version, mistakes on the command line) as it reports them.
    private static func report(_ error: any Error, of command: (any ParsableCommand)? = nil) -> Never {
        guard exitCode(for: error) == .failure, let failure = CommandFailure(error, of: command) else {
            reportMistake(error)
        }
        Terminal.log.print(failure: failure.message(Terminal.log.palette(colour: .automatic)))
        exit(withError: ExitCode(failure.status.rawValue))
    }

    /// Ends the process as the argument parser does. What it says of a mistake repeats the command line, where a file's
    /// name may stand in the place of an option; help and the like is the program's own text.
    private static func reportMistake(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code != .success else { exit(withError: error) }
        // The message has lines of its own; an argument in it has not.
        let message = CommandLine.arguments.reduce(fullMessage(for: error)) { message, argument in
            let shown = TerminalText.visible(argument)
            return shown == argument ? message : message.replacing(argument, with: shown)
        }
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        if lines != [""] { Terminal.log.print(failure: TerminalText(lines: lines.map(String.init))) }
        exit(withError: code)
    }
}
