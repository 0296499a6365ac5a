package dev.winnow.serve.internal.decisions;

/**
 * The receipt of a record.
 *
 * @param schema the version of the contract
 * @param hash the hash to note elsewhere
 * @param text the number and the hash in a sentence, in the language of the server
 */
public record RecordReceipt(int schema, long number, String hash, String text) {}
