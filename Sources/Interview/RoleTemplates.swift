import Evaluation

/// The questions that can be asked about any job.
enum RoleTemplates {
    static let all = [methods, standard, success, mistake, beginning, priorities]

    private static let methods = QuestionTemplate(
        name: "methods", text: "Which methods and tools does {a subject} work with, and what for?",
        kind: .technical,
        level: .junior,
        keyPoints: [
            KeyPoint(
                "names", "Names methods or tools, and what each is for.", weight: 1.5,
                said: [
                    "I use it for", "we use it to", "the main tool", "every day I use", "one method is",
                    "a tool for",
                    "to plan", "to measure", "to document", "to communicate", "software for", "a technique",
                    "it helps to",
                    "a checklist", "the standard", "a process for",
                ]),
            KeyPoint(
                "example", "Tells of a case in which one was used.",
                said: [
                    "{setting}", "{made}", "for example", "in my last job", "one time", "at my company",
                    "for instance",
                    "in one project", "I used it when", "a customer", "last week", "in our team",
                ]),
            KeyPoint(
                "choice", "Says how one chooses between them.", weight: 1.5,
                said: [
                    "{reason}", "it depends on", "when it is urgent", "if there is little time", "for small",
                    "for larger", "I choose", "the right tool", "not always", "in that case", "compared with",
                    "simpler",
                    "depending on", "rather than",
                ]),
            KeyPoint(
                "limits", "Knows where a method does not help.",
                said: [
                    "it does not help", "the limit is", "the disadvantage", "too slow", "not enough",
                    "the downside",
                    "only works if", "a drawback", "people matter more", "no tool can", "you still have to",
                    "it cannot replace", "not suited", "overkill",
                ]),
            KeyPoint(
                "learning", "Keeps up with what is new.",
                said: [
                    "{lesson}", "I keep learning", "courses", "conferences", "I read", "colleagues show me",
                    "try new",
                    "a newsletter", "training", "certificate", "podcast", "blogs", "community",
                    "keep up to date",
                ]),
        ],
        hints: ["Think of yesterday: what did you use?"],
        followUps: [
            FollowUp(keyPointID: "choice", text: "How do you choose between them?"),
            FollowUp(keyPointID: "limits", text: "When do they not help?"),
        ],
        criteria: [Criterion(name: "Knows the trade"), Criterion(name: "Chooses by reasons")], seconds: 75)

    private static let standard = QuestionTemplate(
        name: "standard", text: "How do you know that your work as {a subject} is good?", kind: .technical,
        level: .senior,
        keyPoints: [
            KeyPoint(
                "measure", "Names a figure or a sign by which it shows.", weight: 1.5,
                said: [
                    "I measure", "the numbers", "a metric", "key figures", "how often", "how long it takes",
                    "fewer errors",
                    "complaints", "satisfaction", "on time", "within budget", "quality", "targets",
                    "a survey",
                    "per month", "percent",
                ]),
            KeyPoint(
                "people", "Asks those who depend on the work.", weight: 1.5,
                said: [
                    "{consulted}", "I ask for feedback", "feedback", "the people who use it",
                    "they come back", "my manager",
                    "the users tell me", "what do they need", "listen to", "one to one", "interviews",
                    "they trust",
                    "thank", "reviews",
                ]),
            KeyPoint(
                "compare", "Compares with a goal, a standard or an earlier state.",
                said: [
                    "compared with last year", "before and after", "the goal we set", "the standard",
                    "best practice",
                    "a baseline", "what we agreed", "expectations", "other teams", "benchmark", "the plan",
                    "improved",
                    "better than", "regulations",
                ]),
            KeyPoint(
                "example", "Tells of a case in which it turned out good or not.",
                said: [
                    "{setting}", "{outcome}", "for example", "once", "last year", "one time", "it turned out",
                    "in one case",
                    "I noticed", "for instance", "at my last company", "in my last job",
                ]),
            KeyPoint(
                "change", "Changes something because of it.",
                said: [
                    "{lesson}", "{repaired}", "so I changed", "since then", "I improved", "I adjusted",
                    "next time",
                    "I learned", "we changed the process", "I do it differently", "fix", "retrospective",
                    "work on",
                    "get better",
                ]),
        ],
        hints: ["Who would notice if it were bad, and how?"],
        followUps: [
            FollowUp(keyPointID: "measure", text: "Which figure would show it?"),
            FollowUp(keyPointID: "people", text: "Whom do you ask?"),
        ],
        criteria: [Criterion(name: "Has a standard"), Criterion(name: "Asks others")], seconds: 75)

    private static let success = QuestionTemplate(
        name: "success", text: "Tell me about a piece of work as {a subject} that you are proud of.",
        kind: .behavioural, level: .mid,
        keyPoints: [
            KeyPoint(
                "situation", "Says when it was and what was to be done.",
                said: [
                    "{setting}", "{task}", "{urgency}", "the situation was", "the problem was", "we needed",
                    "the goal was",
                    "I was asked to", "at that time", "the company wanted", "when I started", "it began with",
                    "the aim",
                ]),
            KeyPoint(
                "own-part", "Says what one did oneself.", weight: 1.5,
                said: [
                    "{made}", "{planned}", "I decided", "I organised", "I organized", "my idea was",
                    "I took over", "I led",
                    "I wrote", "I was responsible", "I suggested", "I convinced", "I set up", "on my own",
                ]),
            KeyPoint(
                "difficulty", "Says what stood in the way.",
                said: [
                    "{views}", "the hard part", "it was difficult", "the challenge", "little time",
                    "no money",
                    "nobody believed", "it almost failed", "resistance", "the obstacle", "short of staff",
                    "we did not have", "against", "risky",
                ]),
            KeyPoint(
                "others", "Says who else had a part in it.",
                said: [
                    "{consulted}", "{informed}", "{agreed}", "together with", "my team", "a colleague helped",
                    "with the help of", "we shared", "the others", "my manager supported", "we worked",
                    "thanks to",
                ]),
            KeyPoint(
                "result", "Says what came of it, best with a figure.", weight: 1.5,
                said: [
                    "{outcome}", "{lesson}", "in the end", "the result was", "it saved", "we reached",
                    "they still use it",
                    "percent", "on time", "the customer was happy", "it was a success", "we won", "grew",
                    "improved",
                ]),
        ],
        hints: ["Choose one piece of work and say what you did yourself.", "End with what came of it."],
        followUps: [
            FollowUp(keyPointID: "own-part", text: "What was your own part in it?"),
            FollowUp(keyPointID: "result", text: "What came of it in the end?"),
        ],
        criteria: [Criterion(name: "Own part is plain"), Criterion(name: "A result that can be checked")],
        seconds: 90)

    private static let mistake = QuestionTemplate(
        name: "mistake", text: "Tell me about something that went wrong in your work as {a subject}.",
        kind: .behavioural, level: .senior,
        keyPoints: [
            KeyPoint(
                "what", "Says plainly what went wrong.", weight: 1.5,
                said: [
                    "{setting}", "I forgot", "I made a mistake", "it failed", "I was wrong", "I overlooked",
                    "I misjudged", "it went wrong", "I did not notice", "too late", "I underestimated",
                    "we lost",
                    "it broke", "I did not ask", "I assumed",
                ]),
            KeyPoint(
                "owned", "Takes one's own share of it and tells those concerned.", weight: 1.5,
                said: [
                    "{informed}", "it was my fault", "my responsibility", "I should have", "I admitted",
                    "I apologised",
                    "I told my manager", "I owned it", "my mistake", "I took responsibility",
                    "honest about it",
                    "I did not hide it", "straight away",
                ]),
            KeyPoint(
                "mended", "Says what was done to put it right.",
                said: [
                    "{repaired}", "{consulted}", "{planned}", "I fixed it", "I stayed late", "I corrected",
                    "we found a way",
                    "I offered", "I called", "first I", "we repaired", "I replaced", "a quick solution",
                    "limited the damage",
                ]),
            KeyPoint(
                "result", "Says how it ended.",
                said: [
                    "{outcome}", "in the end", "the customer stayed", "we lost only", "it cost us",
                    "it was delivered",
                    "they accepted", "no harm", "the damage was", "it worked out", "we finished",
                    "two days later",
                ]),
            KeyPoint(
                "lesson", "Says what is done differently since.", weight: 1.5,
                said: [
                    "{lesson}", "I learned", "since then", "now I always", "today I", "I never again",
                    "a checklist",
                    "next time", "I changed", "we introduced", "I ask earlier", "double check", "we now",
                ]),
        ],
        hints: ["Choose a real mistake, not a hidden strength.", "What do you do differently since?"],
        followUps: [
            FollowUp(keyPointID: "lesson", text: "What do you do differently since?"),
            FollowUp(keyPointID: "owned", text: "Who heard of it from you?"),
        ],
        criteria: [Criterion(name: "Honest about the mistake"), Criterion(name: "Learned from it")],
        seconds: 90)

    private static let beginning = QuestionTemplate(
        name: "beginning", text: "You begin here as {a subject}. How do you spend the first three months?",
        kind: .situational, level: .mid,
        keyPoints: [
            KeyPoint(
                "people", "Gets to know the people and what they expect.", weight: 1.5,
                said: [
                    "{consulted}", "get to know the team", "talk to everyone", "meet", "one to one",
                    "ask my manager",
                    "expectations", "who does what", "listen first", "introduce myself", "stakeholders",
                    "lunch with",
                    "ask questions", "build trust",
                ]),
            KeyPoint(
                "learn", "Learns how things are done before changing them.", weight: 1.5,
                said: [
                    "learn how things work", "understand first", "read the documentation", "watch", "shadow",
                    "the processes", "the product", "take notes", "the systems", "why it is done this way",
                    "history",
                    "training", "the customers", "observe", "before I change anything",
                ]),
            KeyPoint(
                "small-win", "Takes on something small and finishes it.",
                said: [
                    "{made}", "a small task", "quick win", "first result", "something useful",
                    "a first project",
                    "help with", "finish something", "small improvement", "take over a task", "easy tickets",
                    "deliver",
                    "contribute",
                ]),
            KeyPoint(
                "plan", "Agrees on a plan with goals.",
                said: [
                    "{planned}", "{agreed}", "a plan for", "first month", "second month", "after thirty days",
                    "goals",
                    "priorities", "agree with my manager", "what success looks like", "week by week",
                    "milestones",
                    "in the third month",
                ]),
            KeyPoint(
                "feedback", "Asks how it is going.",
                said: [
                    "ask for feedback", "feedback", "check in", "regular meeting", "am I on the right track",
                    "what could I do better", "review", "adjust", "every week",
                    "at the end of the three months",
                    "talk about how it goes", "improve", "honest opinion",
                ]),
        ],
        hints: ["What do you want to know after a week, a month, three months?"],
        followUps: [
            FollowUp(keyPointID: "people", text: "Whom would you talk to first?"),
            FollowUp(keyPointID: "small-win", text: "What could you finish in the first month?"),
        ],
        criteria: [Criterion(name: "Learns before changing"), Criterion(name: "Has a plan")], seconds: 75)

    private static let priorities = QuestionTemplate(
        name: "priorities", text: "As {a subject} you have more to do than time for. How do you choose?",
        kind: .situational, level: .junior,
        keyPoints: [
            KeyPoint(
                "overview", "Makes an overview of what there is to do.",
                said: [
                    "a list", "write everything down", "an overview", "collect all tasks",
                    "how long each takes",
                    "a board", "calendar", "estimate", "to do list", "look at everything", "in the morning",
                    "sort",
                    "deadlines",
                ]),
            KeyPoint(
                "measure", "Orders it by what matters and what is urgent.", weight: 1.5,
                said: [
                    "important and urgent", "the most important", "what is urgent", "what blocks others",
                    "impact", "value",
                    "risk", "who is waiting", "the deadline", "prioritise", "prioritize", "effort",
                    "safety first",
                    "customers first", "consequences", "biggest",
                ]),
            KeyPoint(
                "ask", "Asks those concerned rather than guessing.", weight: 1.5,
                said: [
                    "{consulted}", "ask my manager", "talk to", "agree on", "clarify", "what can wait",
                    "who needs it",
                    "discuss the priorities", "check with", "what matters to them", "ask the team",
                    "negotiate",
                    "when do you need it",
                ]),
            KeyPoint(
                "leave", "Leaves out, puts off or hands over, and says so.",
                said: [
                    "{informed}", "say no", "delegate", "hand over", "postpone", "later", "leave out",
                    "tell them early",
                    "a new date", "not everything can be done", "ask for help", "share the work",
                    "move the deadline",
                    "drop",
                ]),
            KeyPoint(
                "example", "Tells of a case in which it was so.",
                said: [
                    "{setting}", "{outcome}", "for example", "last month", "in my last job", "once",
                    "one day", "for instance",
                    "it happened", "at my company", "last year", "it worked", "one week",
                ]),
        ],
        hints: ["Think of a week in which there was too much."],
        followUps: [
            FollowUp(keyPointID: "leave", text: "What would you leave undone, and who hears of it?"),
            FollowUp(keyPointID: "ask", text: "Whom do you ask?"),
        ],
        criteria: [Criterion(name: "Chooses by reasons"), Criterion(name: "Tells those concerned")],
        seconds: 70)
}
