using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Evaluations_Appeal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsLatest = table.Column<bool>(type: "INTEGER", nullable: false),
                    JudgedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Appeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_Case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_Case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_EvaluationSheet",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_EvaluationSheet", x => x.EvaluationId);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_GivenFeedback",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Precise = table.Column<int>(type: "INTEGER", nullable: false),
                    Useful = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_GivenFeedback", x => new { x.EvaluationId, x.LearnerId });
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_LineComment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_LineComment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations_MarkChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    FromPercent = table.Column<int>(type: "INTEGER", nullable: true),
                    ToPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
