package dev.personamarket.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Asks once and listens until the first word comes; then hangs up. Times are in microseconds. */
final class FirstToken {

    private static final int PATIENCE_MILLIS = 20_000;
    /** The first piece of a model's answer is empty and tells the role alone. */
    private static final Pattern FIRST_WORD = Pattern.compile("\"content\":\"[^\"]$");
    private static final Pattern FIRST_TOKEN = Pattern.compile("event:token$");
    private static final int LONGEST_SIGN = 16;
    private static final int MODEL_PORT = 8091;
    private static final int GATEWAY_PORT = 8080;
    private static final String ASK_MODEL = """
            {"model":"demonstration","stream":true,"messages":[{"role":"user","content":"What is on your mind tonight?"}]}""";

    private FirstToken() {}

    /** From the model simulator itself. */
    static long ofModel() throws IOException {
        return micros(MODEL_PORT, "/v1/chat/completions", "Authorization: Bearer simulated-model-key\r\n", ASK_MODEL,
                FIRST_WORD);
    }

    /** Through gateway and service, by a visitor who was never here. */
    static long ofPreview(String path, String message) throws IOException {
        return micros(GATEWAY_PORT, path, "", message, FIRST_TOKEN);
    }

    private static long micros(int port, String path, String headers, String body, Pattern awaited)
            throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var in = new BufferedInputStream(socket.getInputStream());
            var begin = System.nanoTime();
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Accept: text/event-stream\r
                    Content-Type: application/json\r
                    %sContent-Length: %d\r
                    \r
                    %s""".formatted(path, headers, body.length(), body).getBytes(US_ASCII));
            listen(in, awaited);
            return (System.nanoTime() - begin) / 1_000;
        }
    }

    private static void listen(InputStream in, Pattern awaited) throws IOException {
        var heard = new StringBuilder();
        try {
            while (!awaited.matcher(heard.substring(Math.max(0, heard.length() - LONGEST_SIGN))).find()) {
                var next = in.read();
                if (next < 0) {
                    throw new EOFException("the end");
                }
                heard.append((char) next);
            }
        } catch (IOException e) {
            throw new IOException("No word of an answer, only: " + heard, e);
        }
    }
}
