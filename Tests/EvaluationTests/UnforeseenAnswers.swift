/// Answers in words that no rubric was written for: they were put down before the rubrics were widened.
enum UnforeseenAnswers {
    static let all: [(questionID: String, text: String)] = [
        (
            "behavioural-learn-quickly",
            """
            In spring our only mobile developer went on parental leave earlier than planned, so I, a \
            backend person, inherited the Android app two weeks before a trade fair. I had never touched \
            Kotlin. I spent the first evening just clicking through the app and drawing a map of its \
            screens. Then I picked the one screen the sales people would demo and ignored the rest. I \
            bought a short online class, and whenever I got stuck I phoned the colleague on leave for ten \
            minutes, he was very kind about it. By the end of week one I had repaired two crashes. The \
            demo at the fair ran without a hiccup, and nowadays I do about a third of the Android tickets.
            """
        ),
        (
            "behavioural-learn-quickly",
            """
            During my internship a client suddenly demanded that our monthly report come as an interactive \
            dashboard, and nobody in the office knew Power BI. My boss gave it to me on a Monday and the \
            presentation was on Thursday. So I skipped the theory and copied a sample dashboard, then \
            swapped in our own figures bit by bit. I posted two questions in a forum and got good hints \
            overnight. On Wednesday I showed a rough draft to a friend in finance, who spotted that one \
            total was off. The client loved it and signed for another year. It taught me that copying and \
            changing something is the fastest way in for me.
            """
        ),
        (
            "behavioural-conflict",
            """
            The tester on my squad kept rejecting my tickets because the screens looked slightly different \
            from the design, and I felt she was being petty. We snapped at each other in the stand-up one \
            morning. Later that day I apologised and asked if we could go through one ticket together. She \
            showed me a complaint from a blind user who could not find a button, so it was not about \
            pixels at all. I suggested that she marks what really blocks people and leaves the cosmetic \
            stuff for a weekly tidy up. She liked that. Rejections dropped from nine to two a sprint, and \
            today she is the first person I ask when I plan a screen.
            """
        ),
        (
            "behavioural-conflict",
            """
            Our architect insisted on Kafka for a job that moved maybe a hundred records per hour. I \
            believed a plain table would do. Instead of arguing in the chat, I booked half an hour with \
            him and let him go first. His worry was that three more departments would join within the \
            year. Mine was that nobody on call knew Kafka. So we estimated the cost of switching later and \
            it was only about a week. With that on the table he was fine with starting simple, and I \
            promised to revisit it in six months. We did switch in the end, it took four days, and he \
            thanked me for keeping the door open.
            """
        ),
        (
            "behavioural-failure",
            """
            I once sent a newsletter with a broken discount code to sixty thousand subscribers. I was new, \
            I had tested the layout on five phones but never typed in the code. Within ten minutes the \
            hotline was flooded. I walked straight to the head of marketing and said this one is on me. We \
            created the code in the shop so that it worked after all, and I wrote a short follow up mail \
            with a joke about it. It cost us roughly two thousand euros in support hours. Ever since, a \
            second person buys something with every code before we press send, and I still keep the \
            printed mail above my desk.
            """
        ),
        (
            "technical-slow-query",
            """
            Guessing is a waste, so I get the facts. I turn on logging for anything over half a second and \
            see which query it is and under what load. Then I paste it into the console and prefix it with \
            explain to view the plan. If it walks through the entire table, I think about an index that \
            matches the conditions, possibly covering two columns. Sometimes the planner is misled since \
            the stats are stale, so I run analyze. It may also be the ORM firing one tiny query per row, \
            in which case I load them all together. When nothing helps I would precompute the numbers \
            nightly. And of course I time it again, with a copy of live data, because on my laptop \
            everything is quick.
            """
        ),
        (
            "technical-slow-query",
            """
            My first step is the profiler or whatever dashboard we have, to find the top offenders. For \
            the worst one I look at how the engine executes it, whether there is a seek or a scan and how \
            many rows it touches compared with how many it returns. Usually indexing the join keys fixes \
            it. I avoid fetching everything with a star, and I paginate. If two processes block each \
            other, then no index will help, so I check for locking too. I put the change on a staging \
            machine with realistic volume, run it ten times, and compare the averages. And I keep an eye \
            on inserts, as every additional index has to be maintained.
            """
        ),
        (
            "situational-deadline",
            """
            The worst thing would be to hide it. So I would sit down with the people doing the job and get \
            an honest picture, what remains, what is blocking us, how many days are we really talking \
            about. The same afternoon I'd ring the product owner. I'd come with proposals: ship a smaller \
            package on the agreed day, push everything back by a fortnight, or borrow a tester from the \
            other squad. Each has a price tag and I'd spell that out. She picks, since she knows what the \
            client can live with, and I confirm the outcome by mail. Once the dust settles I would ask the \
            team what the early warning signs were.
            """
        ),
        (
            "situational-deadline",
            """
            It depends a bit on how far away it is, but normally I raise the flag straight away, because \
            the others may be planning around us. First I double check my numbers though, maybe it is only \
            one task that is stuck. Then I talk to whoever is waiting for it and ask which parts they \
            truly need on that day. Often it turns out that only half is urgent, so we trim the rest and \
            do it in the next round. If everything is needed I ask for an extra pair of hands or a few \
            more days. I don't believe in overtime for weeks. When it is over I add some slack to similar \
            plans and I keep track of progress weekly instead of monthly.
            """
        ),
        (
            "behavioural-failure",
            """
            As a junior I promised a client an export feature by Friday without asking anyone how long it \
            would take. It turned out the data lived in three systems, and by Thursday night I had nothing \
            to show. I rang the client that evening, admitted that I had been too quick, and offered a \
            manual spreadsheet for the coming week, which I put together by hand every morning. They were \
            annoyed but they stayed. My lead sat with me afterwards and we worked out why my guess was off \
            by a factor of four. Now I never give a date in a call. I say I will come back tomorrow, and I \
            break the thing down with someone who knows the code.
            """
        ),
    ]
}
