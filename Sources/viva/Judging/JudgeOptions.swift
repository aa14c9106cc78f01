import ArgumentParser
import Chat
import Evaluation
import FoundationEssentials
import HTTPClient
import Judging

/// Which language model judges beside the offline judge; none unless one is named.
struct JudgeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Judge with a language model too: the address of an endpoint with OpenAI's chat completions, for example \
            http://localhost:11434/v1 (also: the variable VIVA_JUDGE_URL). The question and the words of the answer go there, \
            and the names of skills and roles that it is to write questions about. Left out: everything is judged on this machine.
            """, valueName: "url"))
    var judgeURL: String?

    @Option(
        help: ArgumentHelp(
            "The endpoint's model, for example llama3.1 (also: the variable VIVA_JUDGE_MODEL).",
            valueName: "name"))
    var judgeModel: String?

    @Option(
        help: ArgumentHelp(
            "The variable that holds the endpoint's key (also: the variable VIVA_JUDGE_KEY_VARIABLE). Left out: "
                + "OPENAI_API_KEY for api.openai.com, else VIVA_JUDGE_KEY.", valueName: "variable"))
    var judgeKeyVariable: String?

    @Option(
        help: ArgumentHelp(
            "How many requests a minute the endpoint may get. Left out: any number.", valueName: "count"))
    var judgeRequestsPerMinute: Int?

    @Flag(help: "Let answers go unencrypted to a judge on another machine, in a network that is trusted.")
    var judgePlainHTTP = false

    /// What is given here; the environment adds what is not.
    private var choice: JudgeChoice {
        JudgeChoice(
            address: judgeURL, model: judgeModel, keyVariable: judgeKeyVariable,
            requestsPerMinute: judgeRequestsPerMinute, isPlainAllowed: judgePlainHTTP)
    }

    func validate() throws {
        do throws(JudgeChoice.Mistake) { _ = try choice.configuration() } catch {
            throw ValidationError(error.text)
        }
    }

    /// The model that is meant; `nil` when none is. Nothing is asked yet.
    ///
    /// - Parameters:
    ///   - isOffline: whether the network is forbidden.
    ///   - longestWait: the longest wait for the next request that the budget allows; `nil` for the usual one.
    /// - Throws: `CommandFailure` when it is another machine and that is forbidden, or its key is none.
    func model(isOffline: Bool = false, longestWait: Duration? = nil) throws -> ChatModel? {
        do {
            guard var configuration = try choice.configuration() else { return nil }
            guard !isOffline || configuration.baseURL.isLoopback else {
                throw CommandFailure(
                    .usage, "--offline forbids the judge at \(configuration.baseURL.host() ?? "").")
            }
            if let longestWait { configuration.longestBudgetWait = longestWait }
            return try ChatModel(configuration, transport: try HTTPTransport())
        } catch let mistake as JudgeChoice.Mistake {
            throw CommandFailure(.usage, mistake.text)
        } catch let error as ChatError {
            throw CommandFailure(.usage, "\(error)")
        } catch let error as HTTPError {
            throw CommandFailure(.unavailable, "\(error)")
        }
    }
}

extension RubricEvaluator {
    /// The judge who asks a model as well, where there is one.
    func with(_ model: ChatModel?) -> any Judge {
        model.map { LanguageModelJudge(offline: self, model: $0) } ?? self
    }
}
