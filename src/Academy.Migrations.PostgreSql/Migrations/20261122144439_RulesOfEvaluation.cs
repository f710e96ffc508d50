using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RulesOfEvaluation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CalledAt",
                table: "Evaluations_HelpRequest",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Evaluations_Evaluator",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "CancelledBy",
                table: "Evaluations_Evaluation",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Evaluations_CaseStatement",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    LearnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations_CaseStatement", x => new { x.CaseId, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_Evaluations_CaseStatement_Evaluations_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Evaluations_Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Until now a case had one statement: of a team, it is taken for the captain's.
            migrationBuilder.Sql("""
                INSERT INTO "Evaluations_CaseStatement" ("CaseId", "LearnerId", "Text", "At")
                SELECT c."Id", w."CaptainId", c."Statement", c."OpenedAt"
                FROM "Evaluations_Case" c JOIN "Evaluations_Work" w ON w."AttemptId" = c."AttemptId"
                WHERE c."Statement" IS NOT NULL;
                """);

            migrationBuilder.DropColumn(
                name: "Statement",
                table: "Evaluations_Case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Evaluations_CaseStatement");

            migrationBuilder.DropColumn(
                name: "CalledAt",
                table: "Evaluations_HelpRequest");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Evaluations_Evaluator");

            migrationBuilder.DropColumn(
                name: "CancelledBy",
                table: "Evaluations_Evaluation");

            migrationBuilder.AddColumn<string>(
                name: "Statement",
                table: "Evaluations_Case",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);
        }
    }
}
