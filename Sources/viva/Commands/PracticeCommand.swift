import Archive
import ArgumentParser
import Audio
import Chat
import Evaluation
import FoundationEssentials
import Inference
import Interview
import Judging
import Practice
import Recognition
import Records
import Speech
import Storage
import Synthesis

/// `viva practice`: an interview, by voice, from recordings or typed.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Hold an interview: questions aloud, answers heard, feedback after each.",
        discussion: """
            Everything is kept step by step, so an interview that was broken off goes on
            with --resume; its plan stands, from the number of questions to the voice. Recorded answers with a JSON file beside them ("question": an id) are asked that
            question; others answer the questions in the order in which they are given.

            For practice, a line with ? alone shows a hint while you answer, ?? a
            sample answer, and every answer may be tried again; the feedback says which
            were given with help. With --mode real there is none of this.

            Questions of earlier interviews come again only when no others that fit are left, or when the answer was weak;
            --fresh leaves earlier interviews out. With --person, the interview is that person's, and only that person's earlier
            interviews count; without, only those of nobody in particular. `viva questions choose` shows beforehand what would be asked.

            EXAMPLES
              viva practice --microphone --questions 5 --role "Backend Developer"
              viva practice --microphone --stop-after-silence 4
              viva practice --answers first.wav second.m4a third.flac
              viva practice --text --kind behavioural
              viva practice --microphone --job advertisement.txt --kind job
              viva practice --microphone --skills python,sql,docker --level senior
              viva practice --microphone --mode real --title "Before the interview" --company Initech
              viva practice --text --template hr-first-call
              viva practice --text --person "Ann Smith" --resume-file 1
              viva practice --resume
            """)

    @Flag(help: "Answer by voice, from the default input or --device.") var microphone = false
    @Flag(help: "Answer by typing; an empty line ends an answer.") var text = false
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Answer with recordings.", valueName: "file"), completion: .file())
    var answers: [String] = []

    @Flag(help: "Go on with the newest interview that was broken off, or with --session.") var resume = false
    @Option(help: ArgumentHelp("The number of the interview to go on with, or to begin when it was planned."))
    var session: String?

    @Option(
        help: ArgumentHelp(
            "Hold an interview after this template: its number, short name or title.", valueName: "template"))
    var template: TemplateName?

    @OptionGroup var plan: PlanOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var sound: SoundOptions
    @OptionGroup var model: ModelOptions
    @OptionGroup var judge: JudgeOptions

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let ways = [microphone, text, !answers.isEmpty].count { $0 }
        // Going on by voice is the usual case, so it needs no word.
        guard ways == 1 || (ways == 0 && isResuming) else {
            throw ValidationError("Choose one way to answer: --microphone, --text or --answers FILE...")
        }
        let planned = plan.given + sound.givenForPlan
        guard !isResuming || planned.isEmpty else {
            throw ValidationError(
                "\(planned.joined(separator: ", ")) cannot be given with \(resume ? "--resume" : "--session"): the "
                    + "plan of an interview stands from its beginning. Leave out what is named here, or begin a new "
                    + "interview.")
        }
        let settled = plan.given.filter { !Self.givenBesidesTemplate.contains($0) }
        guard template == nil || (settled.isEmpty && !isResuming) else {
            let other = isResuming ? (resume ? "--resume" : "--session") : settled.joined(separator: ", ")
            throw ValidationError(
                "\(other) cannot be given with --template, which says what is asked. `viva templates create` makes another."
            )
        }
        guard !plan.choice.readsStandardInput || !answers.isEmpty else {
            throw ValidationError(
                "Standard input is where you answer from: give --job and --resume-file a file, or answer with --answers."
            )
        }
        if let rate = sound.rate, !SpeakingStyle.rates.contains(rate) {
            throw ValidationError("--rate \(rate) is outside 80 to 450 words a minute.")
        }
        if let seconds = sound.stopAfterSilence, !(1...60).contains(seconds) {
            throw ValidationError("--stop-after-silence \(seconds) is outside 1 to 60 seconds.")
        }
    }

    /// What may be said of an interview that is held after a template.
    private static let givenBesidesTemplate: Set = [
        "--role", "--company", "--mode", "--follow-ups", "--person",
    ]

    private var isResuming: Bool { resume || session != nil }

    /// The option that chose the way to answer.
    private var way: String { text ? "--text" : answers.isEmpty ? "--microphone" : "--answers FILE..." }

    func run() async throws {
        // Programs that read a resume end with it, and take their copy of it along.
        EndAtOnce.onSignals()
        let found = try bank.read()
        let bank = try Questions.bank(of: found)
        let page = Page(palette: common.palette, isSilent: common.json)
        let source = try await answerSource(bank: bank, page: page)
        let ear = try model.ear(common)
        if !text, answers.isEmpty {
            // One answer is heard at a time while it is spoken, and somebody waits for its text.
            Processors.use(model.jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 4))
        }
        let archive = try await archive.open(common)
        let isWhole = self.bank.bank.isEmpty
        try await archive.follow(found, isWhole: isWhole)
        if template != nil { _ = try await TemplateShelf.open(archive, questions: found, isWhole: isWhole) }
        let room = try await room(
            in: archive, bank: bank, settled: source.bank, questionCount: source.questionCount, ear: ear)
        let resumeCommand = ResumeCommand(
            way: way, number: room.number, home: self.archive.home, bank: self.bank.bank)
        EndAtOnce.onSignals(hint: "Go on with: \(resumeCommand)")
        let run = InterviewRun(
            room: room, archive: archive, source: source, page: page, ear: ear, sound: sound, common: common,
            resumeCommand: resumeCommand)
        let summary = try await run.run()
        if common.json {
            try JSONOutput.print(
                Output(number: room.number, interview: await room.interview, summary: summary))
        } else if summary.state.isOver {
            page.space()
            page.next(
                "The interview is kept as number \(room.number):",
                command: archive.viva("sessions show \(room.number)"))
        }
    }

    private struct Output: Encodable {
        var number: Int64
        var interview: Interview
        var summary: InterviewSummary
    }

    private func answerSource(bank: QuestionBank, page: Page) async throws -> any AnswerSource {
        if text { return TypedAnswers(page: page) }
        guard answers.isEmpty else {
            return try await RecordedAnswers(files: answers, bank: bank, common: common)
        }
        return try await MicrophoneAnswers(sound: sound, page: page, common: common)
    }

    private func room(
        in archive: Archive, bank: QuestionBank, settled: QuestionBank?, questionCount: Int, ear: InterviewEar
    ) async throws -> PracticeRoom {
        let languageModel = try judge.model(isOffline: common.offline)
        let offline = try RubricEvaluator.installed(tools: JudgingTools.installed())
        var equipment = PracticeEquipment.installed(
            recognizers: model.recognizers(of: ear), offline: offline, model: languageModel)
        equipment.synthesizer = EspeakSynthesizer.shared
        if !isResuming {
            // A voice that does not exist is told now, not after the first question stayed silent.
            _ = try await EspeakSynthesizer.shared.speak("Ready.", style: sound.style)
        }
        guard isResuming || template != nil else {
            let count = plan.choice.questions ?? questionCount
            var chosen = try await ChosenPreferences(
                plan.choice, bank: bank, settled: settled, archive: archive)
            let writer = languageModel.map { QuestionWriter(model: $0, judge: offline) }
            await chosen.write(with: writer, bank: bank, questionCount: count) { wish in
                common.note("\(wish.remark(writer?.name ?? ""))")
            }
            for remark in chosen.remarks { common.note("\(remark)") }
            let limit = InterviewDetails.limitJobDescription
            if chosen.jobDescription?.count ?? 0 > limit {
                common.note(
                    "The job description is long: its first \(limit) characters are kept with the interview.")
            }
            // Recordings that all say what they answer leave nothing to choose.
            let isHistoryWanted = settled == nil && !plan.choice.fresh
            return try await PracticeRoom.begin(
                plan.plan(
                    questionCount: count, chosen: chosen,
                    history: isHistoryWanted ? try await archive.history(of: chosen.person) : nil,
                    followUps: answers.isEmpty ? nil : 0, voice: sound.style),
                details: plan.details(
                    of: chosen, medium: text ? .text : .voice, usesLanguageModel: languageModel != nil),
                bank: chosen.bank, equipment: equipment, archive: archive)
        }
        let name: RecordName
        if let template {
            name = .number(
                try await planned(template, in: archive, usesLanguageModel: languageModel != nil))
        } else if let session {
            name = RecordName(session)
        } else if let number = try await archive.latestUnfinished() {
            name = .number(number)
        } else {
            throw CommandFailure(
                .noInput, "There is no interview that was broken off in \(Places.short(archive.folder)).")
        }
        let interview = try await archive.interview(SessionName(name)).interview
        guard !interview.state.isOver else {
            throw CommandFailure(.failure, archive.over(SessionName(name), interview.state))
        }
        // An interview that was begun with generated questions goes on with them.
        let made = interview.plan.preferences.templates ?? []
        let resumed = try QuestionBank(
            (settled ?? bank).questions, templates: made.isEmpty ? QuestionTemplates() : Questions.templates()
        )
        return try await PracticeRoom.resume(name, bank: resumed, equipment: equipment, archive: archive)
    }

    /// The number of an interview that is planned after a template, to be held at once.
    private func planned(
        _ template: TemplateName, in archive: Archive, usesLanguageModel: Bool
    ) async throws -> Int64 {
        let manner = InterviewManner(
            mode: plan.mode ?? .practice, medium: text ? .text : .voice,
            followUpLimit: answers.isEmpty ? plan.followUps ?? 1 : 0, voice: sound.style,
            usesLanguageModel: usesLanguageModel)
        var candidate: KeptRecord<Person>?
        if let person = plan.choice.person { candidate = try await archive.person(person) }
        return try await archive.records.use(
            template: .number(archive.template(template).number), role: plan.choice.role,
            company: plan.company, candidate: candidate?.number, manner: manner
        ).number
    }
}
