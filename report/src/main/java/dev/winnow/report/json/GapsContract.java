package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.analysis.internal.chains.LinkState.Holder;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.internal.sentences.GapQuestions;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chains of a city, their gaps, and the projects that would close them. */
record GapsContract(
        @JsonUnwrapped Head head,
        List<Link> links,
        List<String> ranked,
        List<Demand> demands,
        boolean allDemands,
        List<Fund> funds,
        boolean allFunds,
        List<Question> questions) {

    static GapsContract of(ChainMap map, GapQuestions questions) {
        return new GapsContract(
                Head.of(map),
                Contract.list(map.links(), Link::of),
                Contract.list(map.ranked(), one -> one.link().id()),
                Contract.list(map.demands(), one -> new Demand(one.endMarket(), Contract.text(one.annualOutput()))),
                map.allDemands(),
                Contract.list(map.funds(), one -> new Fund(one.id(), one.tracks(), Contract.text(one.available()))),
                map.allFunds(),
                Contract.list(questions.items(), Question::of));
    }

    /** Returns one line per link. */
    static List<Line> lines(ChainMap map) {
        return Contract.list(map.links(), one -> new Line(Head.of(map), Link.of(one)));
    }

    record Line(@JsonUnwrapped Head head, @JsonUnwrapped Link state) {}

    record Head(int schema, Edition pack, Universe universe, boolean illustrative, String city, LocalDate asOf) {

        static Head of(ChainMap map) {
            return new Head(
                    Contract.SCHEMA,
                    map.pack(),
                    Universe.of(map.universe()),
                    map.illustrative(),
                    map.city(),
                    map.asOf());
        }
    }

    record Link(
            String chain,
            String link,
            String stage,
            List<String> upstream,
            LinkState.Status status,
            @Nullable LocalDate since,
            List<Holder> holders,
            Newcomer newcomer,
            Newcomer claimingNewcomer,
            List<Candidate> candidates) {

        static Link of(LinkState state) {
            return new Link(
                    state.link().chain(),
                    state.link().id(),
                    state.link().stage(),
                    state.link().upstream(),
                    state.status(),
                    state.since(),
                    state.holders(),
                    Newcomer.of(state.bare()),
                    Newcomer.of(state.claiming()),
                    Contract.list(
                            state.candidates(),
                            one -> new Candidate(one.assessment().project(), Judged.of(one.assessment()))));
        }
    }

    record Judged(
            Verdict verdict,
            VerdictReason because,
            ScoreInterval score,
            ScoreInterval city,
            BigDecimal known,
            List<ChainAction> chainActions) {

        static Judged of(Assessment one) {
            return new Judged(
                    one.verdict(), one.because(), one.score(), ChainMap.city(one), one.known(), one.chainActions());
        }
    }

    record Candidate(String project, @JsonUnwrapped Judged judged) {}

    record Newcomer(@JsonUnwrapped Judged judged, List<Found> findings) {

        static Newcomer of(Explanation one) {
            return new Newcomer(Judged.of(one.assessment()), Contract.list(one.findings(), Found::of));
        }
    }

    record Found(String rule, String criterion, Effect effect, BigDecimal contribution, String reason) {

        static Found of(Finding one) {
            return new Found(one.rule(), one.criterion(), one.effect(), one.contribution(), one.reason());
        }
    }

    record Demand(@Nullable String endMarket, @Nullable String annualOutput) {}

    record Fund(
            @Nullable String fund,
            @Nullable List<String> tracks,
            @Nullable String available) {}

    record Question(
            String fact,
            BigDecimal points,
            List<Effect> decides,
            String ask,
            String who,
            int days,
            List<String> newcomers) {

        static Question of(GapQuestions.Item item) {
            return new Question(
                    item.asked().fact(),
                    item.asked().stake().points(),
                    List.copyOf(item.asked().stake().decides()),
                    item.sentence(),
                    item.asked().how().who().inLanguage(Language.EN),
                    item.asked().how().days(),
                    Contract.list(item.asked().candidates(), one -> one.project()));
        }
    }
}
