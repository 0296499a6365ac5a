package dev.winnow.ruletools.lsp;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.ruletools.lsp.Document.Folder;
import dev.winnow.workbench.internal.assist.Diagnostic;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.UniverseAssist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The open documents, and the diagnostics published for their packs and universes. Not thread-safe. */
final class OpenFolders {

    private final Wording wording;
    private final Supplier<Vocabulary> shipped;
    private Workspace workspace = Workspace.none();
    private @Nullable LanguageClient client;
    /** The URIs and texts of open documents. A text is null if the changes of the editor do not fit it. */
    private final Map<Document, Text> open = new HashMap<>();

    private final Map<Folder, List<Diagnostic>> latest = new HashMap<>();
    private final Map<Folder, Set<String>> published = new HashMap<>();
    private final Set<Folder> stale = new HashSet<>();

    private record Text(String uri, @Nullable String content, int version) {}

    /** @param shipped the facts of all shipped packs, which a universe may state too */
    OpenFolders(Wording wording, Supplier<Vocabulary> shipped) {
        this.wording = wording;
        this.shipped = shipped;
    }

    void connect(LanguageClient other) {
        this.client = other;
    }

    void enter(Workspace entered) {
        this.workspace = entered;
    }

    void put(Document document, String uri, String content, int version) {
        open.put(document, new Text(uri, content, version));
        changed(document);
    }

    /** Applies changes to the text of a document; asks the user to open it again if they are about another text. */
    void change(Document document, String uri, List<TextDocumentContentChangeEvent> changes, int version) {
        Text before = open.get(document);
        String content = before == null || version < before.version() ? null : before.content();
        String after = Changes.apply(content, changes);
        open.put(document, new Text(uri, after, version));
        changed(document);
        if (after == null && (before == null || before.content() != null)) {
            Message why =
                    Message.of("the changes of `%s` do not fit its text; close it and open it again", document.name());
            connected().showMessage(new MessageParams(MessageType.Error, wording.say(why)));
        }
    }

    /** Whether the text of an open document of a folder is unknown, so that the folder cannot be read. */
    private boolean isUnknown(Folder folder) {
        return open.entrySet().stream()
                .anyMatch(one ->
                        one.getKey().folder().equals(folder) && one.getValue().content() == null);
    }

    void close(Document document) {
        open.remove(document);
        changed(document);
    }

    /** Marks a folder as changed, and with a pack the open universes, which state facts of its vocabulary. */
    void changed(Document document) {
        stale.add(document.folder());
        if (document.name().equals(Vocabulary.FILE)) {
            open.keySet().stream()
                    .map(Document::folder)
                    .filter(folder -> !folder.isPack())
                    .forEach(stale::add);
        }
    }

    /** Returns the answers about a document; null if its folder is gone, or the pack of its universe is not known. */
    @Nullable
    Answers answers(Document document) {
        Folder folder = document.folder();
        Path path = folder.isPack() ? folder.path() : workspace.packOf(folder.path());
        PackAssist pack = path == null ? null : pack(path);
        // An answer can edit all open documents.
        if (pack == null || path == null || open.keySet().stream().anyMatch(one -> isUnknown(one.folder()))) {
            return null;
        }
        if (folder.isPack()) {
            return new PackAnswers(pack, document, () -> universes(path, pack, null));
        }
        Map<Folder, UniverseAssist> universes = universes(path, pack, folder);
        return new UniverseAnswers(
                Objects.requireNonNull(universes.get(folder)), document, pack, Folder.pack(path), universes);
    }

    /** Returns the pack with the texts of its open documents; null if one is unknown, or the folder is gone. */
    @Nullable
    PackAssist pack(Path folder) {
        try {
            return isUnknown(Folder.pack(folder)) ? null : PackAssist.read(folder, texts(Folder.pack(folder)));
        } catch (PackException e) {
            return null;
        }
    }

    /** Returns the universes of a pack, and the one given. */
    private Map<Folder, UniverseAssist> universes(Path packFolder, PackAssist pack, @Nullable Folder given) {
        Map<Folder, UniverseAssist> universes = new LinkedHashMap<>();
        if (given != null) {
            universes.put(given, universe(given, pack));
        }
        for (Path one : workspace.universesOf(packFolder)) {
            universes.computeIfAbsent(Folder.universe(one), folder -> universe(folder, pack));
        }
        return universes;
    }

    private UniverseAssist universe(Folder folder, PackAssist pack) {
        return UniverseAssist.read(folder.path(), texts(folder), pack.vocabulary(), shipped.get());
    }

    /** The texts of the open documents of a folder, by name. */
    private Map<String, String> texts(Folder folder) {
        Map<String, String> texts = new TreeMap<>();
        open.forEach((document, text) -> {
            if (document.folder().equals(folder) && text.content() != null) {
                texts.put(document.name(), text.content());
            }
        });
        return texts;
    }

    /** Returns the URI of a file as the editor wrote it; of a file that is not open, the URI of its path. */
    String uri(Document document) {
        Text text = open.get(document);
        return text == null ? document.path().toUri().toString() : text.uri();
    }

    /** Checks the changed packs and universes, and publishes their diagnostics. */
    void check() {
        for (Folder folder : List.copyOf(stale)) {
            stale.remove(folder);
            try {
                List<Diagnostic> diagnostics = isOpen(folder) ? diagnostics(folder) : List.of();
                latest.put(folder, diagnostics);
                publish(folder, diagnostics);
            } catch (RuntimeException e) { // a bug; the next edit is checked again
                latest.remove(folder);
                connected()
                        .logMessage(new MessageParams(
                                MessageType.Error,
                                wording.sentence("the pack could not be checked: %s", String.valueOf(e))));
            }
        }
    }

    /** The diagnostics of a folder; none for a universe without a known pack, whose facts nothing declares. */
    private List<Diagnostic> diagnostics(Folder folder) {
        Path path = folder.isPack() ? folder.path() : workspace.packOf(folder.path());
        PackAssist pack = path == null ? null : pack(path);
        return pack == null || isUnknown(folder)
                ? List.of()
                : folder.isPack() ? pack.diagnostics() : universe(folder, pack).diagnostics();
    }

    /** Shows a message to the user. */
    void show(Message message) {
        connected().showMessage(new MessageParams(MessageType.Info, wording.say(message)));
    }

    private LanguageClient connected() {
        return Objects.requireNonNull(client, "connected");
    }

    private boolean isOpen(Folder folder) {
        return open.keySet().stream().anyMatch(document -> document.folder().equals(folder));
    }

    /** Returns the diagnostics of the current text of a file. */
    List<Diagnostic> diagnostics(Document document) {
        if (stale.contains(document.folder())) {
            check();
        }
        return latest.getOrDefault(document.folder(), List.of()).stream()
                .filter(one -> one.file().equals(document.name()))
                .toList();
    }

    private void publish(Folder folder, List<Diagnostic> diagnostics) {
        Map<String, List<org.eclipse.lsp4j.Diagnostic>> byUri = new TreeMap<>();
        published.getOrDefault(folder, Set.of()).forEach(uri -> byUri.put(uri, new ArrayList<>()));
        open.forEach((document, text) -> {
            if (document.folder().equals(folder)) {
                byUri.put(text.uri(), new ArrayList<>());
            }
        });
        Set<String> marked = new HashSet<>();
        for (Diagnostic one : diagnostics) {
            // Editors show no diagnostics of folders.
            String uri = uri(new Document(folder, one.file().isEmpty() ? folder.kind().main : one.file()));
            byUri.computeIfAbsent(uri, none -> new ArrayList<>()).add(Conversion.diagnostic(one, wording));
            marked.add(uri);
        }
        published.put(folder, marked);
        LanguageClient editor = connected();
        byUri.forEach((uri, list) -> editor.publishDiagnostics(new PublishDiagnosticsParams(uri, list)));
    }
}
