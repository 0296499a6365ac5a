package dev.winnow.spark;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.model.source.Language;
import dev.winnow.report.json.Fields;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a screening.
 *
 * @param day the day of judgement, with the facts known by then; null for the day of the universe
 * @param language the language of the texts
 * @param digest the digest of the universe in results; null to compute it from its files and the landed projects
 * @param fields the fields to compute, named as in the contract
 * @param seed the random seed of the sampled weightings
 * @param samples the number of sampled weightings; null for the default, which depends on the number of assessments
 */
record Settings(
        @Nullable LocalDate day,
        Language language,
        @Nullable String digest,
        ArrayList<String> fields,
        long seed,
        @Nullable Integer samples)
        implements Serializable {

    static final List<String> FIELDS = Stream.concat(Fields.OF_ASSESSMENT.stream(), Stream.of(Fields.RANKINGS))
            .toList();

    static final Settings DEFAULT =
            new Settings(null, Language.EN, null, new ArrayList<>(FIELDS), Robustness.SEED, null);

    Settings on(LocalDate other) {
        return new Settings(other, language, digest, fields, seed, samples);
    }

    Settings in(Language other) {
        return new Settings(day, other, digest, fields, seed, samples);
    }

    Settings withDigest(String other) {
        return new Settings(day, language, other, fields, seed, samples);
    }

    Settings withFields(List<String> others) {
        return new Settings(day, language, digest, new ArrayList<>(others), seed, samples);
    }

    Settings sampling(long otherSeed, @Nullable Integer others) {
        return new Settings(day, language, digest, fields, otherSeed, others);
    }

    boolean has(String... any) {
        return !Collections.disjoint(fields, List.of(any));
    }

    /** Whether ranks are computed, for which all assessments of a city and day are compared. */
    boolean isRanked() {
        return has("rank", "tied", "sure");
    }

    /** Whether robustness is computed, for which one task per city and day gets the scores by criterion. */
    boolean isWeighed() {
        return has("sure", Fields.RANKINGS);
    }
}
