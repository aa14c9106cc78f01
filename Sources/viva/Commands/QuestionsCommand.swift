import ArgumentParser

/// `viva questions`: what is asked, and whether questions of one's own are as they should be.
struct QuestionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract:
            "List, show, search, count, choose and generate questions; add, import, export and check your own.",
        discussion: """
            The questions are those of the folder `questions` in the folder that VIVA_DATA names, else those that come
            with Viva, and your own: the .yaml files in ~/.local/share/viva/questions (XDG_DATA_HOME), or in the
            folder that VIVA_QUESTIONS names.

            EXAMPLES
              viva questions list --kind behavioural --level senior
              viva questions show technical-slow-query
              viva questions search slow queries
              viva questions stats
              viva questions choose --role "Data Analyst" --questions 5
              viva questions generate --skill Kafka --level senior --to kafka.yaml
              viva questions add
              viva questions import bank.csv
              viva questions export --format csv --output questions.csv
              viva questions check my-questions.yaml
            """,
        subcommands: [
            QuestionsList.self, QuestionsShow.self, QuestionsSearch.self, QuestionsStats.self,
            QuestionsChoose.self, QuestionsGenerate.self, QuestionsAdd.self, QuestionsImport.self,
            QuestionsExport.self,
            QuestionsCheck.self,
        ],
        defaultSubcommand: QuestionsList.self)
}
