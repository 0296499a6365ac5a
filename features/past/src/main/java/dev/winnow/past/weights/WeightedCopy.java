package dev.winnow.past.weights;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.value.Rates;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.PackNumber;
import dev.winnow.workbench.internal.edit.PackNumbers;
import dev.winnow.workbench.internal.scaffold.Scaffold;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A copy of a pack with other weights and thresholds. The rest of its files is unchanged. */
public final class WeightedCopy {

    private static final String FILE = "pack.yaml";

    private WeightedCopy() {}

    /**
     * Drafts a copy.
     *
     * @param folder the folder of the copy
     * @param from the folder of the copied pack
     * @param numbers the weights by criterion, and the thresholds by {@code recommend} and {@code decline}
     * @throws PackException if the copied pack does not exist
     */
    public static Draft of(Path folder, Path from, Map<String, BigDecimal> numbers) {
        Draft copy = Scaffold.copy(folder, from, null, Rates.NONE);
        List<Draft.Change> changes = new ArrayList<>();
        for (Draft.Change change : copy.changes()) {
            boolean outline = change.path().getFileName().toString().equals(FILE);
            changes.add(
                    outline
                            ? new Draft.Change(
                                    change.path(),
                                    change.before(),
                                    reweighted(change.after(), numbers),
                                    change.added(),
                                    change.under())
                            : change);
        }
        return new Draft(changes, copy.problems(), copy.complaint(), copy.obstacle());
    }

    private static String reweighted(String text, Map<String, BigDecimal> numbers) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        PackNumbers.of(PackFiles.of("copy", Map.of(FILE, text), new ArrayList<>())).stream()
                .filter(one -> one.kind() == PackNumber.Kind.WEIGHT || one.kind() == PackNumber.Kind.THRESHOLD)
                .filter(one -> numbers.containsKey(one.of()))
                .sorted(Comparator.comparing(PackNumber::column).reversed())
                .forEach(one -> {
                    String line = lines.get(one.line() - 1);
                    int from = one.column() - 1;
                    lines.set(
                            one.line() - 1,
                            line.substring(0, from)
                                    + numbers.getOrDefault(one.of(), one.value())
                                            .toPlainString()
                                    + line.substring(from + one.text().length()));
                });
        return String.join("\n", lines);
    }
}
