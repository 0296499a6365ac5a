package dev.winnow.analysis.internal.panel;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The screening of a universe by the judgements of each assessor of a panel. The screening by the values of the panel
 * itself is an ordinary one. Immutable.
 */
public final class PanelScreening {

    private final PanelUniverse given;
    private final ScreeningRequest request;
    private final PanelFacts facts;
    private final Facts stated;
    /** The assessments by the judgements of each assessor, by assessor and pair. */
    private final Map<String, Map<Pair, Assessment>> byAssessor;

    private record Pair(String project, String city) {

        static Pair of(Assessment one) {
            return new Pair(one.project(), one.city());
        }
    }

    private PanelScreening(
            PanelUniverse given, ScreeningRequest request, Map<String, Map<Pair, Assessment>> byAssessor) {
        this.given = given;
        this.request = request;
        this.facts = given.facts();
        this.stated = request.asOfPolicy().facts(given.stated());
        this.byAssessor = byAssessor;
    }

    /**
     * Screens by the judgements of each assessor.
     *
     * @param request the screening; its universe is replaced
     */
    public static PanelScreening of(PanelUniverse given, ScreeningRequest request) {
        Map<String, Map<Pair, Assessment>> byAssessor = new LinkedHashMap<>();
        PanelFacts facts = given.facts();
        for (Assessor assessor : given.panel().assessors()) {
            Map<Pair, Assessment> assessments = new HashMap<>();
            session(given, facts, request, assessor)
                    .screening()
                    .assessments()
                    .forEach(one -> assessments.put(Pair.of(one), one));
            byAssessor.put(assessor.id(), assessments);
        }
        return new PanelScreening(given, request, byAssessor);
    }

    private static ScreeningSession session(
            PanelUniverse given, PanelFacts facts, ScreeningRequest request, Assessor assessor) {
        return request.screener()
                .withoutBaseCases()
                .open(given.stated().judged(facts.document(assessor)), request.asOfPolicy());
    }

    /** Returns the panel. */
    public Panel panel() {
        return given.panel();
    }

    /** Returns the words that a fact may have; empty if it has other values. */
    List<String> words(String fact) {
        DeclaredProperty property = given.scope().facts().get(fact);
        return property == null ? List.of() : property.component().words();
    }

    /** Returns the values of the panel. */
    public PanelFacts facts() {
        return facts;
    }

    /**
     * Returns a pair as the panel sees it.
     *
     * @param assessment its assessment by the values of the panel
     */
    public PanelPair pair(Assessment assessment) {
        return pair(facts, given.panel(), assessment, own(assessment));
    }

    /** Returns the assessments of a pair by the judgements of each assessor, by the assessor's id. */
    private Map<String, Assessment> own(Assessment pair) {
        Map<String, Assessment> own = new HashMap<>();
        byAssessor.forEach((assessor, assessments) -> {
            Assessment one = assessments.get(Pair.of(pair));
            if (one != null) {
                own.put(assessor, one);
            }
        });
        return own;
    }

    private PanelPair pair(PanelFacts values, Panel by, Assessment assessment, Map<String, Assessment> own) {
        List<PanelValue> judged = new ArrayList<>();
        Map<String, Object> without = new HashMap<>();
        for (String fact : values.facts()) {
            String subject = FactName.of(fact).isOfProject() ? assessment.project() : assessment.city();
            if (by.subjects(fact).contains(subject)) {
                judged.add(values.value(subject, fact));
                Object value = stated(subject, fact);
                if (value != null) {
                    without.put(fact, value);
                }
            }
        }
        List<Opinion> opinions = by.assessors().stream()
                .map(assessor -> opinion(assessor, judged, assessment, own.get(assessor.id())))
                .toList();
        return new PanelPair(assessment, judged, without, opinions);
    }

    private Opinion opinion(Assessor assessor, List<PanelValue> judged, Assessment pair, @Nullable Assessment own) {
        Recusal ofProject = panel().recusal(assessor.id(), pair.project());
        Recusal recusal = ofProject == null ? panel().recusal(assessor.id(), pair.city()) : ofProject;
        boolean anything = judged.stream()
                .flatMap(value -> value.judgements().stream())
                .anyMatch(one -> one.assessor().equals(assessor.id()) && !one.cannotJudge());
        return new Opinion(assessor, recusal, anything && recusal == null ? own : null);
    }

    /** Returns the value of a fact without the panel; null if unknown. */
    private @Nullable Object stated(String subject, String fact) {
        FactName name = FactName.of(fact);
        if (name.isOfProject()) {
            Project project = stated.project(subject);
            return project == null ? null : stated.vocabulary().project().value(project, name.property());
        }
        City city = stated.city(subject);
        return city == null ? null : stated.vocabulary().city().value(city, name.property());
    }

    /**
     * Returns a pair as the panel would see it if one of its judgements had another value; null if the universe lacks
     * the pair. Ranks have no meaning.
     */
    @Nullable
    PanelPair changed(Assessment pair, Judgement judgement, Object value) {
        PanelUniverse other = given.with(panel().with(judgement, value));
        PanelFacts changed = other.facts();
        Assessment assessment = request.screener()
                .withoutBaseCases()
                .open(other.universe(), request.asOfPolicy())
                .assess(pair.project(), pair.city());
        Map<String, Assessment> own = new HashMap<>(own(pair));
        Map<String, Judgement> standing = panel().standing(judgement.subject(), judgement.fact());
        for (Assessor assessor : panel().assessors()) {
            Judgement theirs = standing.get(assessor.id());
            if (theirs == null || theirs.cannotJudge() || theirs.equals(judgement)) { // others keep their own value
                Assessment one = session(other, changed, request, assessor).assess(pair.project(), pair.city());
                if (one != null) {
                    own.put(assessor.id(), one);
                }
            }
        }
        return assessment == null ? null : pair(changed, other.panel(), assessment, own);
    }
}
