package dev.winnow.report.json;

import dev.winnow.analysis.internal.panel.Discussion;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.ScreeningDocument.JudgedFact;
import dev.winnow.report.json.ScreeningDocument.Measure;
import dev.winnow.report.json.ScreeningDocument.Opinion;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdicts that depend on a disagreement of a panel. */
record DiscussionContract(int schema, Edition pack, Universe universe, String panel, List<Topic> topics) {

    static DiscussionContract of(Discussion discussion, Panel panel, Screening screening) {
        return new DiscussionContract(
                Contract.SCHEMA,
                screening.pack(),
                Universe.of(screening.universe()),
                panel.id(),
                Contract.list(discussion.topics(), topic -> Topic.of(topic, panel)));
    }

    record Topic(
            String project,
            String city,
            LocalDate asOf,
            Verdict verdict,
            int assessors,
            int agreeing,
            List<JudgedFact> disputed,
            List<Opinion> opinions,
            List<Settlement> settlements) {

        static Topic of(Discussion.Topic topic, Panel panel) {
            Assessment one = topic.pair().assessment();
            return new Topic(
                    one.project(),
                    one.city(),
                    one.asOf(),
                    one.verdict(),
                    topic.pair().verdicts().size(),
                    topic.pair().agreeing(),
                    Contract.list(topic.disputed(), value -> PanelContract.fact(panel, value, null)),
                    Contract.list(topic.pair().opinions(), PanelContract::opinion),
                    Contract.list(topic.settlements(), Settlement::of));
        }
    }

    record Settlement(
            String assessor,
            String subject,
            String fact,
            @Nullable Measure from,
            @Nullable Measure to,
            Verdict verdict,
            boolean settles) {

        static Settlement of(Discussion.Settlement one) {
            return new Settlement(
                    one.judgement().assessor(),
                    one.judgement().subject(),
                    one.judgement().fact(),
                    PanelContract.measure(one.judgement().value()),
                    PanelContract.measure(one.value()),
                    one.verdict(),
                    one.settles());
        }
    }
}
