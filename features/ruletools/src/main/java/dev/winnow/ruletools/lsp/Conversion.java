package dev.winnow.ruletools.lsp;

import dev.winnow.report.i18n.Wording;
import dev.winnow.workbench.internal.assist.Completion;
import dev.winnow.workbench.internal.assist.Diagnostic;
import dev.winnow.workbench.internal.assist.Span;
import dev.winnow.workbench.internal.assist.Symbol;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Converts the results of the workbench to types of the protocol. */
final class Conversion {

    private static final String SOURCE = "winnow";

    private Conversion() {}

    static Range range(Span span) {
        return new Range(new Position(span.line(), span.start()), new Position(span.line(), span.end()));
    }

    /** Returns the range of a whole text. */
    static Range whole(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return new Range(new Position(0, 0), new Position(lines, text.length() - text.lastIndexOf('\n') - 1));
    }

    static org.eclipse.lsp4j.Diagnostic diagnostic(Diagnostic one, Wording wording) {
        DiagnosticSeverity severity = switch (one.severity()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
        org.eclipse.lsp4j.Diagnostic converted = new org.eclipse.lsp4j.Diagnostic(
                range(one.span()), wording.say(one.what().with(one.advice())), severity, SOURCE);
        if (one.code() != null) {
            converted.setCode(one.code());
        }
        return converted;
    }

    static CompletionItem completion(Completion one) {
        CompletionItem item = new CompletionItem(one.text());
        item.setKind(
                switch (one.kind()) {
                    case ANNOTATION, KEYWORD -> CompletionItemKind.Keyword;
                    case FACT -> CompletionItemKind.Field;
                    case ID -> CompletionItemKind.Reference;
                    case KEY -> CompletionItemKind.Property;
                    case TYPE -> CompletionItemKind.Class;
                    case VARIABLE -> CompletionItemKind.Variable;
                    case VERB -> CompletionItemKind.Method;
                    case WORD -> CompletionItemKind.EnumMember;
                });
        if (!one.detail().isEmpty()) {
            item.setDetail(one.detail());
        }
        item.setTextEdit(Either.forLeft(new TextEdit(range(one.replaced()), one.text())));
        return item;
    }

    static DocumentSymbol symbol(Symbol one) {
        Range name = range(one.span());
        Position end = one.lastLine() > one.span().line() ? new Position(one.lastLine() + 1, 0) : name.getEnd();
        DocumentSymbol symbol = new DocumentSymbol(
                one.name(),
                SymbolKind.Function,
                new Range(new Position(one.span().line(), 0), end),
                name);
        symbol.setDetail(one.detail());
        symbol.setChildren(List.of());
        return symbol;
    }
}
