package dev.winnow.past.exceptions;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastDecisions;
import dev.winnow.past.decisions.PastPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decisions against the verdict of the rules.
 *
 * @param decisions number of decisions compared with the rules
 * @param pack today's pack, or the pack that judged the decisions
 * @param universe the universe that was judged; null if each record has its own
 * @param illustrative whether a project is fictitious
 * @param yesOrNo whether a declined decision agrees with HOLD too, since none of the source is held
 * @param exceptions the decisions that differ from the rules, in the order given
 * @param overruled the same, grouped by the part of the policy overruled, the most frequent first
 */
public record Exceptions(
        int decisions,
        Edition pack,
        @Nullable Edition universe,
        boolean illustrative,
        boolean yesOrNo,
        List<PolicyException> exceptions,
        List<Overruled> overruled) {

    public Exceptions {
        exceptions = List.copyOf(exceptions);
        overruled = List.copyOf(overruled);
    }

    /**
     * Groups decisions on record.
     *
     * @param decisions number of decisions compared with the rules
     * @param today today's pack
     * @param illustrative whether a project is fictitious
     * @param exceptions the decisions that differ from the rules
     */
    public static Exceptions onRecord(
            int decisions, Edition today, boolean illustrative, List<PolicyException> exceptions) {
        return new Exceptions(decisions, today, null, illustrative, false, exceptions, Overruled.of(exceptions));
    }

    /**
     * Judges past decisions, each by the facts known on its day.
     *
     * @param request the pack and the universe; the as-of policy is not used
     * @param past the decisions, on projects and cities of the universe
     */
    public static Exceptions of(ScreeningRequest request, PastDecisions past) {
        List<PolicyException> exceptions = new ArrayList<>();
        TreeMap<LocalDate, ScreeningSession> sessions = new TreeMap<>();
        int judged = 0;
        for (PastDecision decision : past.decisions()) {
            PastPair pair = decision.pair();
            ScreeningSession session = sessions.computeIfAbsent(
                    Objects.requireNonNullElse(pair.day(), LocalDate.MAX),
                    day -> request.at(pair.day() == null ? AsOfPolicy.ofUniverse() : AsOfPolicy.on(day))
                            .open());
            Assessment rules = session.assess(pair.project(), pair.city());
            if (rules != null) {
                judged++;
                if (!past.agrees(decision, rules.verdict())) {
                    exceptions.add(new PolicyException(
                            null,
                            pair.project(),
                            rules.projectName(),
                            pair.city(),
                            rules.cityName(),
                            rules.asOf(),
                            rules.verdict(),
                            decision.outcome().verdict(),
                            decision.by(),
                            decision.reason(),
                            session.explain(rules),
                            null));
                }
            }
        }
        return new Exceptions(
                judged,
                request.pack().edition(),
                request.universe().edition(),
                request.universe().illustrative(),
                past.isYesOrNo(),
                exceptions,
                Overruled.of(exceptions));
    }
}
