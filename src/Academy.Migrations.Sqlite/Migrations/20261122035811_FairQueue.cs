using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Academy.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FairQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_AttemptId_Commit",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_State_DueAt",
                table: "Grading_GradingRun");

            migrationBuilder.AddColumn<int>(
                name: "Class",
                table: "Grading_GradingRun",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "RegradeId",
                table: "Grading_GradingRun",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Turn",
                table: "Grading_GradingRun",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DeadlineAt",
                table: "Enrolment_Attempt",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_AttemptId_Commit",
                table: "Grading_GradingRun",
                columns: new[] { "AttemptId", "Commit" },
                unique: true,
                filter: "\"RegradeId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_Class_Turn",
                table: "Grading_GradingRun",
                columns: new[] { "Class", "Turn" });

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_FinishedAt",
                table: "Grading_GradingRun",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_LearnerId_Class_Turn",
                table: "Grading_GradingRun",
                columns: new[] { "LearnerId", "Class", "Turn" });

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_ProjectSlug_FinishedAt",
                table: "Grading_GradingRun",
                columns: new[] { "ProjectSlug", "FinishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_State_Class_Turn_QueuedAt",
                table: "Grading_GradingRun",
                columns: new[] { "State", "Class", "Turn", "QueuedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_AttemptId_Commit",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_Class_Turn",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_FinishedAt",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_LearnerId_Class_Turn",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_ProjectSlug_FinishedAt",
                table: "Grading_GradingRun");

            migrationBuilder.DropIndex(
                name: "IX_Grading_GradingRun_State_Class_Turn_QueuedAt",
                table: "Grading_GradingRun");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "Grading_GradingRun");

            migrationBuilder.DropColumn(
                name: "RegradeId",
                table: "Grading_GradingRun");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Grading_GradingRun");

            migrationBuilder.DropColumn(
                name: "DeadlineAt",
                table: "Enrolment_Attempt");

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_AttemptId_Commit",
                table: "Grading_GradingRun",
                columns: new[] { "AttemptId", "Commit" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grading_GradingRun_State_DueAt",
                table: "Grading_GradingRun",
                columns: new[] { "State", "DueAt" });
        }
    }
}
