package dev.winnow.engine.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pack as the oracle reads it without the engine's code.
 *
 * @param name its name
 * @param money its currency
 * @param criteria its criteria, in order
 * @param recommend the score from which a candidate is recommended
 * @param decline the score below which it is declined
 * @param limits all dated values of its limits
 * @param units the units of its numbers, where given
 * @param types the types that its rules may read
 * @param rules its rules, in the order of files and lines
 * @param faults the planted faults
 */
record PlainPack(
        String name,
        Unit money,
        List<Criterion> criteria,
        BigDecimal recommend,
        BigDecimal decline,
        List<Dated> limits,
        List<Unit> units,
        Types types,
        List<PlainRule> rules,
        Set<Fault> faults) {

    /** A criterion with a weight. */
    record Criterion(String id, Side side, BigDecimal weight) {}

    /** A value of a limit, in force from a day on, or always. */
    record Dated(String limit, @Nullable LocalDate from, String value) {}

    static PlainPack read(Path folder, Fault... faults) {
        YAMLMapper yaml = new YAMLMapper();
        try {
            JsonNode pack = yaml.readTree(Files.readString(folder.resolve("pack.yaml")));
            JsonNode limits = yaml.readTree(Files.readString(folder.resolve("limits.yaml")));
            List<Criterion> criteria = new ArrayList<>();
            List<PlainRule> rules = new ArrayList<>();
            Set<Fault> planted = Set.of(faults);
            Declarations declared = Declarations.read(folder);
            Types types = Types.of(declared);
            for (JsonNode one : pack.path("criteria")) {
                criteria.add(criterion(one));
                rules.addAll(rules(folder, one.path("id").asText(), types, planted));
            }
            for (JsonNode one : pack.path("conditions")) {
                rules.addAll(rules(folder, one.asText(), types, planted));
            }
            JsonNode thresholds = pack.path("thresholds");
            return new PlainPack(
                    pack.path("name").asText(),
                    Objects.requireNonNull(Unit.money(pack.path("currency").asText("CNY"))),
                    criteria,
                    new BigDecimal(thresholds.path("recommend").asText()),
                    new BigDecimal(thresholds.path("decline").asText()),
                    limits(limits.path("limits")),
                    declared.units(),
                    types,
                    rules,
                    planted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Criterion criterion(JsonNode node) {
        Side side = Side.valueOf(node.path("side").asText().toUpperCase(Locale.ROOT));
        return new Criterion(
                node.path("id").asText(),
                side,
                new BigDecimal(node.path("weight").asText()));
    }

    private static List<PlainRule> rules(Path folder, String criterion, Types types, Set<Fault> faults)
            throws IOException {
        return RuleReader.read(
                criterion, WrittenOut.of(Files.readString(folder.resolve(criterion + ".drl"))), types, faults);
    }

    private static List<Dated> limits(JsonNode nodes) {
        List<Dated> limits = new ArrayList<>();
        for (JsonNode limit : nodes) {
            String id = limit.path("id").asText();
            if (limit.has("value")) {
                limits.add(dated(id, limit));
            }
            limit.path("values").forEach(value -> limits.add(dated(id, value)));
        }
        return limits;
    }

    private static Dated dated(String id, JsonNode node) {
        String from = node.path("from").asText("");
        return new Dated(
                id,
                from.isEmpty() ? null : LocalDate.parse(from),
                node.path("value").asText());
    }

    /** The limits in force on a day. */
    List<Limit> limits(LocalDate day) {
        return limits.stream()
                .map(Dated::limit)
                .distinct()
                .sorted()
                .map(id -> inForce(id, day))
                .filter(one -> one != null)
                .map(one -> new Limit(one.limit(), Quantity.read(one.value(), units)))
                .toList();
    }

    private @Nullable Dated inForce(String id, LocalDate day) {
        Dated latest = null;
        for (Dated one : limits) {
            boolean counts =
                    one.limit().equals(id) && (one.from() == null || !one.from().isAfter(day));
            if (counts && (latest == null || start(one).isAfter(start(latest)))) {
                latest = one;
            }
        }
        return latest;
    }

    private static LocalDate start(Dated dated) {
        return dated.from() == null ? LocalDate.MIN : dated.from();
    }
}
