package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;
import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Internal;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of an assessment that are written, by their keys in the contract. What is left out is not worked out either.
 * Immutable.
 */
@Internal
public final class Fields {

    /** The field of a document beside its assessments. */
    public static final String RANKINGS = "rankings";

    /** The keys of an assessment, in the order of the contract. */
    public static final List<String> OF_ASSESSMENT = Stream.of(ScreeningDocument.Assessment.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** Every field. */
    public static final Fields ALL = new Fields(all(), Contract.MAPPER);

    /** Fields that the answers which decide are told in. */
    private static final Set<String> WAYS = Set.of("ways", "clearings", "knownWays", "baseWays");

    /** Fields that are read off the reasons of an assessment, besides these. */
    private static final Set<String> REASONED =
            Set.of("criteria", "findings", "undetermined", "conditions", "questions", "base");

    private static final String FILTER = "fields";

    private final Set<String> wanted;
    private final JsonMapper mapper;

    private Fields(Set<String> wanted, JsonMapper mapper) {
        this.wanted = wanted;
        this.mapper = mapper;
    }

    private static Set<String> all() {
        List<String> all = new ArrayList<>(OF_ASSESSMENT);
        all.add(RANKINGS);
        return Set.copyOf(all);
    }

    /**
     * Some fields.
     *
     * @param names of {@link #OF_ASSESSMENT}, or {@link #RANKINGS}
     */
    public static Fields of(Collection<String> names) {
        return new Fields(
                Set.copyOf(names),
                Contract.MAPPER
                        .rebuild()
                        .addMixIn(ScreeningDocument.Assessment.class, Filtered.class)
                        .filterProvider(new SimpleFilterProvider()
                                .addFilter(FILTER, SimpleBeanPropertyFilter.filterOutAllExcept(Set.copyOf(names))))
                        .build());
    }

    /** Marks the record of which some fields are left out. */
    @JsonFilter(FILTER)
    private interface Filtered {}

    /** Whether a field is written. */
    public boolean has(String name) {
        return wanted.contains(name);
    }

    /** Writes these fields alone. */
    JsonMapper mapper() {
        return mapper;
    }

    /** Whether any answers that decide are written. */
    boolean hasWays() {
        return !Collections.disjoint(wanted, WAYS);
    }

    /** The same of a batch, which is judged for it. */
    public Stream<Explanation> explained(Batch batch) {
        return needReasons()
                ? batch.explain().stream()
                : batch.assess().stream().map(Explanation::withoutReasons);
    }

    /** Whether a field is read off the reasons of an assessment, so that it has to be explained. */
    private boolean needReasons() {
        return hasWays() || !Collections.disjoint(wanted, REASONED);
    }

    /**
     * What explains some assessments, as far as these fields need it.
     *
     * @param assessments made in the session; those of a city and day are best next to each other
     */
    public Stream<Explanation> explained(
            ScreeningSession session, List<dev.winnow.model.result.Assessment> assessments) {
        return has("base")
                ? session.explanationsWithCritical(assessments)
                : needReasons()
                        ? session.explanations(assessments)
                        : assessments.stream().map(Explanation::withoutReasons);
    }
}
