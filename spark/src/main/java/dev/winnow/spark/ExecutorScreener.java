package dev.winnow.spark;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Fields;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The screener of an executor, created once in its JVM and shared by all of its tasks. Immutable and thread-safe. */
final class ExecutorScreener {

    /** Number of screenings whose screeners are kept, so that a long-lived executor does not accumulate them. */
    private static final int MOST = 2;

    /** Screeners by the key of their screening. The map is static because an executor is a JVM. */
    private static final Map<String, ExecutorScreener> MADE = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ExecutorScreener> eldest) {
            return size() > MOST;
        }
    };

    /** Screens the ground: the universe with the landed projects. */
    private final ScreeningRequest request;

    private final EntryKind kind;
    private final Set<String> landed = new HashSet<>();
    private final Wording wording;
    private final Settings settings;
    private final Fields fields;

    private ExecutorScreener(Broadcasted sent) {
        this.settings = sent.settings();
        this.fields = Fields.of(settings.fields());
        this.wording = Wording.inLanguage(settings.language());
        RulePack pack = RulePack.of(sent.packName(), sent.pack()).inLanguage(wording.language());
        if (!pack.digest().equals(sent.packDigest())) {
            throw new IllegalStateException("the pack's digest is " + pack.digest() + ", on the driver it is "
                    + sent.packDigest() + ": both must run the same version of winnow");
        }
        Vocabulary facts = Broadcasted.facts(pack.vocabulary(), sent.vocabularies());
        this.kind = EntryKinds.of(facts).projects();
        Universe ground = ground(Universe.parse(facts, sent.universe()), sent.landed());
        sent.landed().forEach(row -> landed.add(row.id()));
        this.request = ScreeningRequest.of(pack, ground)
                .at(settings.day() == null ? AsOfPolicy.ofUniverse() : AsOfPolicy.on(settings.day()));
    }

    /** Adds the landed projects of the Dataset to a universe. */
    static Universe ground(Universe universe, Collection<ProjectRow> landed) {
        return landed.isEmpty() ? universe : universe.with(List.of(document(landed)), true, List.of());
    }

    private static Node document(Collection<ProjectRow> rows) {
        Place place = Place.file("rows");
        List<Node> projects = rows.stream().map(ProjectRow::node).toList();
        return Node.map(place, List.of(new Node.Field("projects", place, Node.list(place, projects))));
    }

    /** Returns this JVM's screener for a screening. */
    static ExecutorScreener of(Broadcasted sent) {
        synchronized (MADE) {
            ExecutorScreener made = MADE.get(sent.key());
            if (made == null) {
                try {
                    made = new ExecutorScreener(sent);
                } catch (RuntimeException | LinkageError e) {
                    throw new UnusableOnExecutorException(String.valueOf(e.getMessage()));
                }
                MADE.put(sent.key(), made);
            }
            return made;
        }
    }

    /** Returns a request to screen the ground with rows that have not landed anywhere. */
    ScreeningRequest with(Collection<ProjectRow> open) {
        return open.isEmpty() ? request : request.over(ground().withPortion(document(open), true));
    }

    /** Returns the universe's own projects as a portion, without the landed projects of the Dataset. */
    Portion own() {
        return new Portion(this, request.open(), id -> !landed.contains(id), Map.of());
    }

    Universe ground() {
        return request.universe();
    }

    RulePack pack() {
        return request.pack();
    }

    Settings settings() {
        return settings;
    }

    /** Returns the fields to compute. */
    Fields fields() {
        return fields;
    }

    EntryKind kind() {
        return kind;
    }

    /** Whether an id is that of a landed project in the Dataset. */
    boolean tookLanded(String id) {
        return landed.contains(id);
    }

    Wording wording() {
        return wording;
    }

    /** Returns the digest of the universe in results. */
    String digest() {
        return settings.digest() == null ? ground().digest() : settings.digest();
    }
}
