package dev.personamarket.preview.rehearsal;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.preview.speaking.Replies;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

@RestController
class RehearsalController {

    private final Rehearsals rehearsals;
    private final Replies replies;

    RehearsalController(Rehearsals rehearsals, Replies replies) {
        this.rehearsals = rehearsals;
        this.replies = replies;
    }

    @PostMapping(path = "/api/admin/preview/chat", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string", description = "events token, done, error")))
    ResponseEntity<?> chat(@Parameter(hidden = true) Caller author, @Valid @RequestBody RehearsalRequest request) {
        request.check();
        return replies.stream(rehearsals.answer(author.id(), request));
    }
}
