package dev.personamarket.catalog.card;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** What the OpenAPI document says of cards beyond what the code says. */
final class CardDocs {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private CardDocs() {}

    /** The form of an import. */
    @Schema(name = "CardUpload")
    record Form(
            @ArraySchema(arraySchema = @Schema(description = "Up to ten cards: PNG up to 10 MiB, CHARX up to 20 MiB, "
                    + "JSON up to 2 MiB"), schema = @Schema(type = "string", format = "binary")) List<String> file,
            @Schema(description = "The same as the parameter") boolean dryRun) {}

    @Operation(summary = "Make drafts of character cards", description = "Takes V1, V2 and V3 as JSON, as PNG (`chara`, `ccv3`) and as CHARX. Each file has its own "
            + "report; a file that is refused does not stop the others. No remote address is ever fetched.", requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Form.class))))
    @ApiResponse(responseCode = "200", description = "At least one file became a draft, or would on a dry run", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "There is no file, or all are broken or hostile", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class), examples = @ExampleObject("""
            {"type": "/problems/cards-refused", "title": "Bad Request", "status": 400,
             "detail": "None of the files could become a personality. Nothing was written.",
             "instance": "/api/admin/personalities/import",
             "errors": [{"field": "orla.png", "message": "The PNG is cut off."}],
             "reports": [{"file": "orla.png", "mapped": [], "preservedNotUsed": [], "warnings": [],
                          "errors": ["The PNG is cut off."]}]}
            """)))
    @ApiResponse(responseCode = "413", description = "There are too many files, or all go beyond a limit", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "415", description = "It is no form, or none of the files is a card", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "422", description = "None of the cards is of a personality that could be here, or the "
            + "files are refused for different reasons", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "503", description = "Others are importing right now", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Import {}

    @Operation(summary = "Make a character card of a personality", description = "`v2` and `v3` are JSON, `png` is its face with the card in both editions. `version` is "
            + "`draft`, `published` or a number. What came with an imported card and is not used here goes out "
            + "again.")
    @ApiResponse(responseCode = "200", description = "The card as a file", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
            @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary"))})
    @ApiResponse(responseCode = "400", description = "The format or the version is none", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "404", description = "There is no such personality or version", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Export {}
}
