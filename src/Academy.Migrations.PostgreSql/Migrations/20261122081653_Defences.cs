using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Defences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "Evaluations_WorkMember",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Evaluations_Appeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromPercent = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    IsLatest = table.Column<bool>(type: "boolean", nullable: false),
                    JudgedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    JudgedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Appeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Statement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_EvaluationSheet",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_EvaluationSheet", x => x.EvaluationId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_GivenFeedback",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Precise = table.Column<int>(type: "integer", nullable: false),
                    Useful = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_GivenFeedback", x => new { x.EvaluationId, x.LearnerId });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_LineComment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_LineComment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_MarkChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    FromPercent = table.Column<int>(type: "integer", nullable: true),
                    ToPercent = table.Column<int>(type: "integer", nullable: false),
                    Cause = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_MarkChange", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_AttemptId",
                table: "Evaluations_Appeal",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_LearnerId",
                table: "Evaluations_Appeal",
                column: "LearnerId",
                unique: true,
                filter: "\"IsLatest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Appeal_State",
                table: "Evaluations_Appeal",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_AttemptId",
                table: "Evaluations_Case",
                column: "AttemptId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_EvaluationId",
                table: "Evaluations_Case",
                column: "EvaluationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Case_State",
                table: "Evaluations_Case",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_GivenFeedback_EvaluatorId_At",
                table: "Evaluations_GivenFeedback",
                columns: new[] { "EvaluatorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_LineComment_EvaluationId",
                table: "Evaluations_LineComment",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MarkChange_At",
                table: "Evaluations_MarkChange",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_MarkChange_AttemptId_At",
                table: "Evaluations_MarkChange",
                columns: new[] { "AttemptId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evaluations_Appeal");

            migrationBuilder.DropTable(
                name: "Evaluations_Case");

            migrationBuilder.DropTable(
                name: "Evaluations_EvaluationSheet");

            migrationBuilder.DropTable(
                name: "Evaluations_GivenFeedback");

            migrationBuilder.DropTable(
                name: "Evaluations_LineComment");

            migrationBuilder.DropTable(
                name: "Evaluations_MarkChange");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "Evaluations_WorkMember");
        }
    }
}
