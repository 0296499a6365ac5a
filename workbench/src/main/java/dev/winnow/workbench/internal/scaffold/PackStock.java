package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.scaffold.Sample.Fact;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An inventory of a pack, as far as it is readable, used to choose names and points for additions. */
final class PackStock {

    private static final BigDecimal FEW = BigDecimal.valueOf(20);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final PackFiles files;
    private final FactTypes types;
    private final PackOutline outline;
    private final LimitTable limits;
    private final List<Problem> problems;
    private final Set<String> ids = new TreeSet<>();
    private final List<PackRule> rules = new ArrayList<>();

    private PackStock(PackFiles files, List<Problem> opening) {
        this.files = files;
        List<Problem> elsewhere = new ArrayList<>();
        PackHead head = PackHead.read(files, elsewhere);
        this.types = head.types();
        this.outline = head.outline();
        this.limits = head.limits();
        for (String criterion : RuleFiles.names(files)) {
            String text = files.rules(criterion + ".drl", elsewhere);
            if (text != null) {
                RuleFile file = new RuleFile(files.place(criterion + ".drl").file(), criterion, text, elsewhere);
                RuleParser.Rules read = RuleParser.parse(file, null);
                ids.addAll(read.ids());
                rules.addAll(read.rules());
            }
        }
        this.problems = problems(files, opening);
    }

    /**
     * Takes stock of a pack.
     *
     * @param unsaved texts that replace files, by name
     * @throws PackException if the folder does not exist
     */
    static PackStock of(Path folder, Map<String, String> unsaved) {
        List<Problem> opening = new ArrayList<>();
        return new PackStock(PackFiles.read(folder, unsaved, opening), opening);
    }

    private static List<Problem> problems(PackFiles files, List<Problem> opening) {
        try {
            PackReader.read(files, new ArrayList<>(opening));
            return List.of();
        } catch (PackException e) {
            return e.problems();
        }
    }

    PackFiles files() {
        return files;
    }

    String name() {
        return outline.name();
    }

    /** Returns the problems that the pack already has. */
    List<Problem> problems() {
        return problems;
    }

    /** Returns the problems that prevent additions, because the content of the pack is unknown. */
    List<Problem> unreadable() {
        return outline.whole() ? List.of() : problems;
    }

    /** Returns the rule files listed in pack.yaml, in its order. */
    List<String> criteria() {
        return List.copyOf(outline.files().keySet());
    }

    /** Whether facts of a type have a property. */
    boolean hasFact(String type, String name) {
        FactType known = types.type(type);
        return known != null && known.properties().containsKey(name);
    }

    /** Whether a fact type exists. */
    boolean hasType(String name) {
        return types.type(name) != null;
    }

    /** Whether the pack has rule files without points. */
    boolean anyCondition() {
        return !outline.conditions().isEmpty();
    }

    /** Returns the currency of the pack. */
    Unit money() {
        return outline.money();
    }

    boolean isScored(String criterion) {
        return !outline.conditions().contains(criterion);
    }

    String firstScored() {
        return criteria().stream().filter(this::isScored).findFirst().orElse("");
    }

    Set<String> rules() {
        return ids;
    }

    /** Returns an unused rule id: the given one, or the same with a number. */
    String freeRule(String id) {
        return free(id, ids);
    }

    /** Returns an unused limit id. */
    String freeLimit(String id) {
        return free(id, limits.ids());
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** Returns the points of a criterion that no rule awards yet, up to a maximum. */
    BigDecimal pointsLeft(String criterion) {
        BigDecimal left =
                ALL.subtract(AwardGroups.of(rules).ofCriterion(criterion).reachable());
        return left.signum() > 0 ? left.min(FEW) : FEW;
    }

    /** Returns the figure of a project that the fewest rules read. */
    Fact freeFact() {
        Map<String, Integer> readers = new HashMap<>();
        for (PackRule rule : rules) {
            Set<String> read = new HashSet<>();
            rule.patterns().stream()
                    .filter(pattern -> pattern.type().equals("Project"))
                    .forEach(pattern -> Reads.expressions(
                            pattern, part -> Reads.properties(part, property -> read.add(property.name()))));
            read.forEach(name -> readers.merge(name, 1, Integer::sum));
        }
        return Fact.of(types.project(), outline.money()).stream()
                .min(Comparator.comparingInt(fact -> readers.getOrDefault(fact.component(), 0)))
                .orElseThrow();
    }
}
