package dev.winnow.cli.lsp;

import dev.winnow.language.PackException;
import dev.winnow.report.i18n.Wording;
import dev.winnow.workbench.internal.assist.Diagnostic;
import dev.winnow.workbench.internal.assist.PackAssist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The open documents, and the diagnostics published for their packs. Not thread-safe. */
final class OpenPacks {

    private final Wording wording;
    private @Nullable LanguageClient client;
    /** The URIs and texts of open documents. */
    private final Map<Document, Text> open = new HashMap<>();

    private final Map<Path, List<Diagnostic>> latest = new HashMap<>();
    private final Map<Path, Set<String>> published = new HashMap<>();
    private final Set<Path> stale = new HashSet<>();

    private record Text(String uri, String content) {}

    OpenPacks(Wording wording) {
        this.wording = wording;
    }

    void connect(LanguageClient other) {
        this.client = other;
    }

    void put(Document document, String uri, String content) {
        open.put(document, new Text(uri, content));
        stale.add(document.folder());
    }

    void close(Document document) {
        open.remove(document);
        stale.add(document.folder());
    }

    /** Marks a pack as changed on disk. */
    void changed(Document document) {
        stale.add(document.folder());
    }

    /** Returns the pack with the texts of its open documents; null if its folder is gone. */
    @Nullable
    PackAssist pack(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        open.forEach((document, text) -> {
            if (document.folder().equals(folder)) {
                texts.put(document.name(), text.content());
            }
        });
        try {
            return PackAssist.read(folder, texts);
        } catch (PackException e) {
            return null;
        }
    }

    /** Returns the URI of a file as the editor wrote it; of a file that is not open, the URI of its path. */
    String uri(Document document) {
        Text text = open.get(document);
        return text == null ? document.path().toUri().toString() : text.uri();
    }

    /** Checks the changed packs and publishes their diagnostics. */
    void check() {
        for (Path folder : List.copyOf(stale)) {
            stale.remove(folder);
            PackAssist pack = isOpen(folder) ? pack(folder) : null;
            try {
                List<Diagnostic> diagnostics = pack == null ? List.of() : pack.diagnostics();
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

    private LanguageClient connected() {
        return Objects.requireNonNull(client, "connected");
    }

    private boolean isOpen(Path folder) {
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

    private void publish(Path folder, List<Diagnostic> diagnostics) {
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
            String uri = uri(new Document(folder, one.file().isEmpty() ? "pack.yaml" : one.file()));
            byUri.computeIfAbsent(uri, none -> new ArrayList<>()).add(Conversion.diagnostic(one, wording));
            marked.add(uri);
        }
        published.put(folder, marked);
        LanguageClient editor = connected();
        byUri.forEach((uri, list) -> editor.publishDiagnostics(new PublishDiagnosticsParams(uri, list)));
    }
}
