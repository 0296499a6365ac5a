package dev.winnow.records.internal.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.model.result.Effect;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for the recorded result of one project in one city.
 *
 * @param project the project's id
 * @param city the city's id
 * @param holding the rules that hold
 * @param open the rules that cannot be decided
 * @param conditions the open red flags on which a recommendation depends
 * @param questions the facts to find out
 */
public record PairReasons(
        String project,
        String city,
        @JsonProperty("findings") List<Rule> holding,
        @JsonProperty("undetermined") List<Rule> open,
        List<Rule> conditions,
        List<Fact> questions) {

    /**
     * A rule.
     *
     * @param title its title; null for an open rule, for which results do not give it
     * @param effect its effect; null for a condition, which is always a red flag
     */
    public record Rule(
            String rule, @Nullable String title, @Nullable Effect effect) {}

    /** A fact. */
    public record Fact(String fact) {}

    public PairReasons {
        holding = List.copyOf(holding);
        open = List.copyOf(open);
        conditions = List.copyOf(conditions);
        questions = List.copyOf(questions);
    }

    /**
     * Reads the reasons for one pair of recorded results.
     *
     * @throws IOException if the content is not the results of a screening with this pair
     */
    public static PairReasons of(Content results, PairResult pair) throws IOException {
        return RecordedPairs.read(results, PairReasons.class).stream()
                .filter(one -> one.project.equals(pair.project()) && one.city.equals(pair.city()))
                .findFirst()
                .orElseThrow(() -> new IOException("`" + pair.project() + "` is missing"));
    }

    /**
     * The knock-outs and red flags that hold or cannot be decided, each as a condition that rules it out, by id; an
     * empty text for an unknown title.
     *
     * @param wording the language of the results, which titles are in
     */
    public Map<String, String> stops(Wording wording) {
        Map<String, String> texts = new LinkedHashMap<>();
        conditions.forEach(one -> texts.put(one.rule, ruledOut(one, wording)));
        Stream.concat(holding.stream(), open.stream())
                .filter(one -> one.effect == Effect.KNOCK_OUT || one.effect == Effect.RED_FLAG)
                .forEach(one -> texts.putIfAbsent(one.rule, ruledOut(one, wording)));
        return texts;
    }

    private static String ruledOut(Rule rule, Wording wording) {
        return rule.title == null ? "" : wording.sentence("To be ruled out: %s", rule.title);
    }
}
