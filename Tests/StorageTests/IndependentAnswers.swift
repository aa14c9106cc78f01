/// Answers in other words than those of the question files, to see that the judge does not merely recognise its own
/// samples. They were written for these tests: they show behaviour, and say nothing about agreement with people.
enum IndependentAnswers {
    static let good: [(id: String, text: String)] = [
        (
            "technical-slow-query",
            """
            Okay, so the first thing is I want numbers. I check our monitoring and see which statement takes the most \
            time overall. Then I copy it and run it with explain to see the query plan. If it does a sequential scan \
            over a big table, probably there is an index missing on the columns we filter by, so I create one. I also \
            check whether we fetch way too many rows or columns that nobody needs. And sometimes the ORM fires one \
            query per row, so I replace this with a join. Then I measure again to see if it helped. I don't add \
            indexes everywhere, because every insert has to update them.
            """
        ),
        (
            "technical-caching",
            """
            I would use caching if we have a lot of reads but the data hardly ever changes, and loading it from the \
            database is slow. Like a list of countries, or the product page. The tricky part is invalidation. Users see \
            outdated data if you forget to clear it after an update. You can put a time to live on it, let's say five \
            minutes. Another problem is after a restart it's empty, then all requests go to the database together and \
            it dies. Also the memory fills up so you need something like least recently used. I would look at the hit \
            rate to see if it's worth it.
            """
        ),
        (
            "technical-testing",
            """
            It depends on what can go wrong. For business rules, calculations and so on I write unit tests because they \
            run fast, and I have a lot of them. For repositories and calls to other services I prefer integration tests \
            with a real database in docker. And then maybe five or ten end to end tests of the critical paths like \
            sign up and checkout, because they're slow and break all the time. I don't test getters, and I don't care \
            much about the coverage number. When we get a bug report, I first write a test that shows the bug.
            """
        ),
        (
            "technical-code-review",
            """
            The most important thing is if it does what it should, so I open the ticket first. Then I read the diff and \
            look for mistakes, like null values, missing error handling, edge cases. I look if there are tests for it. \
            I care about readability, names should be clear and functions not too long. Sometimes I see a security \
            problem, like user input that goes into SQL. I try to be friendly and explain why I'd change something, and \
            I mark things that are just my taste as optional.
            """
        ),
        (
            "behavioural-conflict",
            """
            At my previous company there was a colleague who wanted to rewrite our frontend in a new framework. I \
            thought we should stay with the old one because we had customers waiting. We had different opinions and it \
            became a bit emotional. So I asked him to explain it to me over lunch, and I listened. He was frustrated \
            because every change took him two days. I proposed that we compare the two options with one small page. We \
            measured how long it took, and his way was really faster, so we agreed on doing new pages in the new \
            framework and keeping the old ones. It worked well and we still work together today. I learned that I \
            should ask why earlier.
            """
        ),
        (
            "behavioural-learn-quickly",
            """
            When I started my current job, they told me that I should do the deployment with Kubernetes, and I had \
            never worked with it. We had three weeks until the first release. So I watched a course in the evenings, I \
            read the documentation, and I tried it out with a small test project on my laptop. When I got stuck I asked \
            an experienced colleague in another office. I decided to learn only what we needed first, so deployments \
            and services, and not the rest. The release worked on the first attempt, and later I wrote a guide for \
            the others.
            """
        ),
        (
            "situational-deadline",
            """
            Well, first I check why we are late and how much work is left. Then I would talk to my manager and be \
            honest about it, as early as possible, so they can still react. I would suggest some options. We can leave \
            out features that are not so important and deliver them later, or maybe we get help from another team, or \
            we move the date. Then the customer decides what is best for him and we make a realistic plan. After the \
            project I'd do a retrospective to find out why our estimate was wrong.
            """
        ),
        (
            "hr-why-this-role",
            """
            I have been working as a backend developer for four years, mostly with payments, and your team is building \
            exactly that, so I think my experience with banks fits. I read about your company in the news and I looked \
            at your website, and I like that you're small and still have customers in ten countries. I enjoy working on \
            things where mistakes are expensive, you know. And I want to learn more about distributed systems and maybe \
            take more responsibility in the future.
            """
        ),
    ]

    static let weak: [(id: String, text: String)] = [
        (
            "technical-slow-query",
            "I would add more servers and restart the database, that usually makes it better."
        ),
        (
            "technical-caching",
            "Caching is always good because it makes everything faster, so I would do it everywhere."
        ),
        (
            "technical-testing",
            "Our testers do that. I just check that the program starts and looks fine to me."
        ),
        (
            "behavioural-conflict",
            "I never have problems with anybody, I am a very nice person and everyone likes me."
        ),
        (
            "hr-why-this-role",
            "I need money and my flat is not far from your office, so it would be convenient."
        ),
    ]
}
