using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TeamAttempts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt");

            migrationBuilder.AddColumn<long>(
                name: "EndedAt",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Enrolment_AttemptMember",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectSlug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolment_AttemptMember", x => new { x.AttemptId, x.LearnerId });
                    table.ForeignKey(
                        name: "FK_Enrolment_AttemptMember_Enrolment_Attempt_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Enrolment_Attempt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt",
                columns: new[] { "LearnerId", "ProjectSlug" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_AttemptMember_LearnerId",
                table: "Enrolment_AttemptMember",
                column: "LearnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_AttemptMember_LearnerId_ProjectSlug",
                table: "Enrolment_AttemptMember",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true,
                filter: "\"IsCurrent\"");

            // Until now every attempt was one learner's. 1 is Working and Confirmed, 3 is Validated.
            migrationBuilder.Sql("""
                UPDATE "Enrolment_Attempt" SET "State" = CASE WHEN "ValidatedAt" IS NULL THEN 1 ELSE 3 END;
                INSERT INTO "Enrolment_AttemptMember" ("AttemptId", "LearnerId", "ProjectSlug", "State", "ChangedAt", "IsCurrent")
                SELECT "Id", "LearnerId", "ProjectSlug", 1, "StartedAt", 1 FROM "Enrolment_Attempt";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Enrolment_AttemptMember");

            migrationBuilder.DropIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Enrolment_Attempt");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Enrolment_Attempt");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolment_Attempt_LearnerId_ProjectSlug",
                table: "Enrolment_Attempt",
                columns: new[] { "LearnerId", "ProjectSlug" },
                unique: true);
        }
    }
}
