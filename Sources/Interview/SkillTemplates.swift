import Evaluation

/// The questions that can be asked about any skill.
enum SkillTemplates {
    static let all = [uses, built, diagnosis, checks, explanation, choice]

    private static let uses = QuestionTemplate(
        name: "uses", text: "What is {subject} good for, and when would you not use it?", kind: .technical,
        level: .mid,
        keyPoints: [
            KeyPoint(
                "strengths", "Says what it does well, or which problem it solves.", weight: 1.5,
                said: [
                    "the main advantage is", "it is strong at", "it works well for", "it makes it easy to",
                    "it solves the problem of", "it saves a lot of time", "the strength is", "it is best for",
                    "ideal for", "it was made for", "designed for", "the benefit is", "it shines when",
                    "a great fit for",
                    "I like it for", "we get", "it helps with", "very reliable", "it handles", "perfect for",
                ]),
            KeyPoint(
                "limits", "Says where it is weak, or what it costs.", weight: 1.5,
                said: [
                    "the disadvantage is", "the downside is", "a drawback", "it gets slow", "hard to learn",
                    "it is expensive", "it does not scale", "too complex for", "overkill",
                    "I would not take it for",
                    "it struggles with", "not suited for", "the weakness", "too heavy for",
                    "steep learning curve",
                    "it becomes messy", "hard to maintain", "hard to find people", "limited", "not worth it",
                ]),
            KeyPoint(
                "alternative", "Names another way, and when it is the better one.",
                said: [
                    "instead I would take", "an alternative is", "compared with", "another tool",
                    "I would rather",
                    "a simpler solution", "the other option", "I would switch to",
                    "in that case I would choose",
                    "better choice", "something lighter", "by hand", "competitor", "I prefer",
                    "there are better tools",
                ]),
            KeyPoint(
                "example", "Gives a case from work of one's own.",
                said: [
                    "in my last project", "at my company", "we had", "for example", "I worked with it",
                    "one case was", "in our team", "last year we", "for instance", "in a project of mine",
                    "I once", "a customer", "{setting}", "{made}",
                ]),
            KeyPoint(
                "reasons", "Gives reasons rather than rules.",
                said: [
                    "{reason}", "the reason is", "that means", "that is why", "it depends on", "trade off",
                    "trade offs",
                    "on the one hand", "on the other hand", "since", "therefore", "which leads to",
                ]),
        ],
        hints: ["Think of one case in which it helped and one in which it was in the way."],
        followUps: [
            FollowUp(keyPointID: "limits", text: "Where did {subject} get in your way?"),
            FollowUp(keyPointID: "alternative", text: "What would you take in its place?"),
        ],
        criteria: [
            Criterion(name: "Knows uses and limits from experience"), Criterion(name: "Gives reasons"),
        ],
        seconds: 75)

    private static let built = QuestionTemplate(
        name: "built", text: "Tell me about something you did with {subject}. What was hard about it?",
        kind: .behavioural, level: .mid,
        keyPoints: [
            KeyPoint(
                "aim", "Says what it was, when, and what it was for.",
                said: [
                    "{setting}", "{task}", "the aim was", "the goal was", "we needed", "the customer wanted",
                    "it was supposed to", "my task was", "a project for", "the problem was that",
                    "the company wanted",
                    "it was meant to", "our users needed",
                ]),
            KeyPoint(
                "own-part", "Says what one did oneself.", weight: 1.5,
                said: [
                    "{made}", "{planned}", "I built", "I wrote", "my part was", "I was responsible for",
                    "I designed",
                    "I set it up", "I did the", "I decided to", "I implemented", "I took care of",
                    "on my own",
                ]),
            KeyPoint(
                "difficulty", "Says plainly what was hard, and why.", weight: 1.5,
                said: [
                    "the hard part was", "the hardest thing", "it was difficult because", "the challenge was",
                    "it did not work", "we ran into", "the trouble was", "it broke", "it was too slow",
                    "nobody knew",
                    "I got stuck", "at first it failed", "took me a long time", "I struggled with",
                    "it kept failing",
                    "unexpected", "tricky", "confusing",
                ]),
            KeyPoint(
                "way-out", "Says how the difficulty was overcome.",
                said: [
                    "{repaired}", "{consulted}", "I solved it by", "in the end I", "I found out that",
                    "I tried",
                    "I read the documentation", "I rewrote", "I asked", "the solution was", "I changed",
                    "we worked around it", "I split it", "step by step", "I measured",
                ]),
            KeyPoint(
                "result", "Says what came of it, and what was learned.",
                said: [
                    "{outcome}", "{lesson}", "it went live", "it is still in use", "it was faster",
                    "it saved us",
                    "the team uses it", "I learned", "next time I would", "the customer was happy",
                    "it worked",
                    "today it", "since then",
                ]),
        ],
        hints: [
            "Choose one piece of work. Say what you did yourself.", "Name the moment when it did not work.",
        ],
        followUps: [
            FollowUp(keyPointID: "difficulty", text: "Which part of it was the hardest?"),
            FollowUp(keyPointID: "result", text: "What came of it in the end?"),
        ],
        criteria: [Criterion(name: "Experience of one's own"), Criterion(name: "Honest about difficulties")],
        seconds: 90)

    private static let diagnosis = QuestionTemplate(
        name: "diagnosis",
        text: "Something in {subject} does not work, and nobody knows why. How do you find out?",
        kind: .technical, level: .senior,
        keyPoints: [
            KeyPoint(
                "reproduce", "Sees the fault oneself and makes it happen again.", weight: 1.5,
                said: [
                    "I reproduce it", "try to reproduce", "make it happen again", "see it myself",
                    "same steps",
                    "a small example", "minimal example", "when does it happen", "does it always happen",
                    "on my machine",
                    "a test case", "which input", "what exactly happens", "who noticed", "since when",
                ]),
            KeyPoint(
                "evidence", "Looks at messages, logs or figures before guessing.", weight: 1.5,
                said: [
                    "I look at the logs", "read the error message", "the log files", "stack trace", "metrics",
                    "monitoring", "I measure", "dashboards", "print statements", "debugger",
                    "look at the data",
                    "the exact message", "turn on more logging", "traces", "check the output", "gather facts",
                ]),
            KeyPoint(
                "narrow", "Narrows it down, part by part or by what changed last.",
                said: [
                    "narrow it down", "what changed", "the last change", "went back to the old version",
                    "roll back",
                    "cut it in half", "half by half", "bisect", "rule out", "isolate", "part by part",
                    "one by one",
                    "take things away", "compare with one that works", "which part", "eliminate",
                ]),
            KeyPoint(
                "hypothesis", "Tests one idea at a time.",
                said: [
                    "one thing at a time", "change one thing", "I have a theory", "a hypothesis", "my guess",
                    "test the idea", "check the assumption", "assumptions", "if that is right", "try it out",
                    "prove it", "only one change", "write down what I tried", "the most likely cause",
                ]),
            KeyPoint(
                "help", "Knows where to ask or read.",
                said: [
                    "{consulted}", "I ask a colleague", "the documentation", "search for the message",
                    "the forum",
                    "known issues", "issue tracker", "explain it to somebody", "a second pair of eyes",
                    "the source",
                    "somebody who knows", "support", "stack overflow", "the community",
                ]),
            KeyPoint(
                "lasting", "Makes sure that it is gone and does not come back.",
                said: [
                    "make sure it is fixed", "add a test", "a regression test", "so it does not happen again",
                    "root cause", "the real cause", "not only the symptom", "write it down", "post mortem",
                    "tell the others", "an alert", "watch it", "verify the fix", "document it", "prevent",
                ]),
        ],
        hints: ["What do you look at first?", "How do you know that you found the cause?"],
        followUps: [
            FollowUp(keyPointID: "narrow", text: "How do you narrow it down?"),
            FollowUp(keyPointID: "lasting", text: "How do you make sure that it does not come back?"),
        ],
        criteria: [Criterion(name: "Goes about it in an order"), Criterion(name: "Looks before guessing")],
        seconds: 80)

    private static let checks = QuestionTemplate(
        name: "checks", text: "How do you test or check work done with {subject} before others rely on it?",
        kind: .technical, level: .mid,
        keyPoints: [
            KeyPoint(
                "expectation", "Settles first what right means.",
                said: [
                    "what is expected", "the requirements", "acceptance criteria",
                    "what the result should be",
                    "agree beforehand", "define success", "expected output", "ask what they need",
                    "the specification",
                    "what counts as correct", "write down", "definition of done", "the goal",
                ]),
            KeyPoint(
                "means", "Names means of checking, best automatic ones.", weight: 1.5,
                said: [
                    "automated tests", "unit tests", "I write tests", "a checklist", "automatic checks",
                    "a script",
                    "continuous integration", "the pipeline", "validation", "linter", "compare the numbers",
                    "a dry run",
                    "integration tests", "run it every time", "test plan", "assertions", "double check",
                    "sanity check",
                ]),
            KeyPoint(
                "edges", "Tries real and odd cases, not only the easy one.", weight: 1.5,
                said: [
                    "edge cases", "corner cases", "empty input", "wrong input", "real data",
                    "production data",
                    "a large amount", "under load", "what if it fails", "unusual", "extreme values",
                    "different devices",
                    "try to break it", "error cases", "missing values", "worst case", "bad data",
                ]),
            KeyPoint(
                "review", "Lets somebody else look.",
                said: [
                    "{consulted}", "a colleague reviews it", "code review", "review", "second pair of eyes",
                    "feedback",
                    "four eyes", "somebody else tries it", "the users test it", "a tester", "peer", "approve",
                    "I show it to", "pair",
                ]),
            KeyPoint(
                "careful-start", "Brings it in carefully and watches it afterwards.",
                said: [
                    "step by step", "a small group first", "staging", "test environment", "monitor",
                    "monitoring",
                    "watch it", "roll back", "pilot", "a few users first", "after the release",
                    "keep an eye on",
                    "backup", "go back", "alerts", "gradually", "feature flag",
                ]),
        ],
        hints: ["What could go wrong?", "Who else looks at it?"],
        followUps: [
            FollowUp(keyPointID: "edges", text: "Which cases do you try besides the usual one?"),
            FollowUp(keyPointID: "careful-start", text: "What do you do once it is in use?"),
        ],
        criteria: [Criterion(name: "Checks by plan"), Criterion(name: "Thinks of what can go wrong")],
        seconds: 75)

    private static let explanation = QuestionTemplate(
        name: "explanation", text: "What would you explain first to somebody who is new to {subject}?",
        kind: .technical, level: .junior,
        keyPoints: [
            KeyPoint(
                "purpose", "Begins with what it is for.", weight: 1.5,
                said: [
                    "what it is for", "why we use it", "the problem it solves", "the purpose",
                    "the big picture",
                    "what you can do with it", "why it exists", "where it is used", "it is a tool for",
                    "it is a way to",
                    "it lets you", "the idea behind it", "it is used for", "it helps you", "basically it is",
                ]),
            KeyPoint(
                "core", "Chooses a few ideas that everything else rests on.", weight: 1.5,
                said: [
                    "the basics", "the most important thing", "the main idea", "the core concepts",
                    "two or three things",
                    "the first thing", "the key concept", "the foundation", "everything else builds on",
                    "the main parts", "the building blocks", "not everything at once",
                    "leave out the details",
                    "simple terms", "start simple", "how it works",
                ]),
            KeyPoint(
                "example", "Shows an example or a comparison.",
                said: [
                    "an example", "imagine", "like a", "it is similar to", "compare it to", "a picture",
                    "I would draw",
                    "I would show", "for instance", "think of it as", "a demo", "an analogy", "live",
                    "on the screen",
                ]),
            KeyPoint(
                "practice", "Lets the other one try something small.",
                said: [
                    "try it out", "let them try", "a small exercise", "hands on", "a small task",
                    "do it together",
                    "a tutorial", "pair", "by doing", "play with it", "a first project",
                    "build something small",
                    "do it themselves", "practice", "step by step",
                ]),
            KeyPoint(
                "pitfalls", "Warns of the mistakes that beginners make, or says where to go on.",
                said: [
                    "a common mistake", "typical mistakes", "be careful with", "watch out for", "a trap",
                    "what confused me", "beginners often", "the documentation", "where to look",
                    "a good book",
                    "ask questions", "do not worry about", "when you get stuck", "avoid", "a pitfall",
                    "never",
                ]),
        ],
        hints: ["Think of how you learned it.", "What has to come first?"],
        followUps: [
            FollowUp(keyPointID: "example", text: "Which example would you show?"),
            FollowUp(keyPointID: "pitfalls", text: "What do beginners get wrong?"),
        ],
        criteria: [Criterion(name: "Explains simply"), Criterion(name: "Chooses what matters")],
        seconds: 60)

    private static let choice = QuestionTemplate(
        name: "choice", text: "Your team thinks about using {subject} for something new. How do you decide?",
        kind: .technical, level: .senior,
        keyPoints: [
            KeyPoint(
                "needs", "Begins with what is needed.", weight: 1.5,
                said: [
                    "what do we need", "the requirements", "the problem first", "what we want to achieve",
                    "the goal",
                    "who will use it", "how much", "how often", "what has to be possible", "constraints",
                    "must have", "the use case", "what are we trying to solve", "business needs", "deadline",
                ]),
            KeyPoint(
                "options", "Compares it with other ways, by reasons.", weight: 1.5,
                said: [
                    "compare the alternatives", "two or three options", "pros and cons", "a list of criteria",
                    "advantages and disadvantages", "the other candidates", "what we already have",
                    "keep what we have",
                    "trade offs", "a table", "weigh", "what others use", "existing solution", "buy or build",
                ]),
            KeyPoint(
                "trial", "Tries it on something small.",
                said: [
                    "{made}", "a prototype", "a proof of concept", "a small trial", "try it out", "a spike",
                    "a pilot",
                    "measure it", "benchmark", "a week to test", "experiment", "with our own data",
                    "a small part first",
                    "see how it feels",
                ]),
            KeyPoint(
                "cost", "Thinks of cost, upkeep and of who knows it.",
                said: [
                    "who knows it", "the learning curve", "training", "the cost", "licence", "license",
                    "maintenance",
                    "long term", "support", "community", "how mature", "hiring", "who maintains it",
                    "security",
                    "the price", "documentation", "in two years",
                ]),
            KeyPoint(
                "decision", "Decides with the others and keeps a way back.",
                said: [
                    "{agreed}", "{consulted}", "discuss it with the team", "decide together",
                    "write down why",
                    "a decision record", "a way back", "exit strategy", "if it does not work", "lock in",
                    "risk",
                    "the risks", "reversible", "plan b", "start small", "review it later",
                ]),
        ],
        hints: ["What do you need to know before you decide?"],
        followUps: [
            FollowUp(keyPointID: "trial", text: "How would you try it out?"),
            FollowUp(keyPointID: "cost", text: "What does it cost besides money?"),
        ],
        criteria: [Criterion(name: "Weighs by reasons"), Criterion(name: "Thinks of people and upkeep")],
        seconds: 80)
}
